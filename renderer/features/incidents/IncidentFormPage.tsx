import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { closingTime, RecordFormPage } from '../registers'

/** The form of a security incident. */
export function IncidentFormPage() {
  const { t } = useTranslation('incidents')
  const { timeZone } = useFormat()
  const { tenantId } = useSearch({ strict: false })
  const [openedAt] = useState(() => Date.now())
  return (
    <RecordFormPage
      register="incidents"
      createTitle={t('createTitle')}
      initial={{ status: 'reported', occurredAt: openedAt, reportedAt: openedAt, tenantId: tenantId ?? null }}
      follow={closingTime(timeZone)}
    />
  )
}
