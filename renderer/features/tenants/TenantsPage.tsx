import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tenantViews } from '@shared/features/tenants/tenants.contract'
import { useFormat } from '../../i18n/format'
import { RegisterPage, registerColumns, type AnyRow, type RegisterWords } from '../registers'
import { TenantCounts } from './TenantCounts'
import { TenantHead } from './TenantHead'

const usualViews = ['active', 'leaseExpiring', 'leaseExpired'] as const

/** The register of tenants. */
export function TenantsPage() {
  const { t } = useTranslation('tenants')
  const format = useFormat()
  const columns = useMemo(
    () =>
      registerColumns('tenants', format, {
        name: { width: 240, importance: 1, grows: true },
        country: { width: 120, importance: 1 },
        registrationNo: { width: 168, importance: 2 },
        sector: { width: 150, importance: 4, grows: true },
        unit: { width: 96, importance: 3 },
        leasedArea: { width: 124, importance: 5 },
        leaseEnd: { width: 116, importance: 6 },
        employees: { width: 110, importance: 7 },
        movedIn: { width: 116, importance: 8 },
      }),
    [format],
  )
  const words = useMemo<RegisterWords>(
    () => ({
      title: t('title'),
      create: t('create'),
      search: t('search'),
      emptyTitle: t('emptyTitle'),
      emptyText: t('emptyText'),
      views: Object.fromEntries(tenantViews.map((view) => [view, t(`view.${view}`)])),
    }),
    [t],
  )
  return (
    <RegisterPage
      register="tenants"
      words={words}
      columns={columns}
      views={usualViews}
      head={head}
      more={more}
    />
  )
}

function head(row: AnyRow) {
  return <TenantHead row={row} />
}

function more(row: AnyRow) {
  return <TenantCounts id={row.id} />
}
