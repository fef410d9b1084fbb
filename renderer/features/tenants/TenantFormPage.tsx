import { useTranslation } from 'react-i18next'
import { RecordFormPage } from '../registers'

/** The form of a tenant. */
export function TenantFormPage() {
  const { t } = useTranslation('tenants')
  return <RecordFormPage register="tenants" createTitle={t('createTitle')} />
}
