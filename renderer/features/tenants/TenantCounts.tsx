import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, Skeleton } from '../../ui'
import './tenants.css'

/** How many requests and incidents a tenant has; each number opens its rows. */
export function TenantCounts({ id }: { readonly id: string }) {
  const { t } = useTranslation('tenants')
  const navigate = useNavigate()
  const query = useApiQuery('tenants', 'get', { id })
  if (query.isPending) return <Skeleton lines={2} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const { requestsOpen, requestsTotal, incidentsOpen, incidentsTotal } = query.data
  return (
    <Card
      title={t('belongs')}
      extra={
        <Button
          size="small"
          icon={<Plus size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => void navigate({ to: '/requests/new', search: { tenantId: id } })}
        >
          {t('newRequest')}
        </Button>
      }
    >
      <div className="tenant-counts">
        <CountLink register="requests" id={id} view="open" count={requestsOpen} label={t('requestsOpen')} />
        <CountLink register="requests" id={id} count={requestsTotal} label={t('requestsTotal')} />
        <CountLink
          register="incidents"
          id={id}
          view="open"
          count={incidentsOpen}
          label={t('incidentsOpen')}
        />
        <CountLink register="incidents" id={id} count={incidentsTotal} label={t('incidentsTotal')} />
      </div>
    </Card>
  )
}

type CountProps = {
  readonly register: 'requests' | 'incidents'
  readonly id: string
  readonly view?: string
  readonly count: number
  readonly label: string
}

function CountLink({ register, id, view, count, label }: CountProps) {
  const format = useFormat()
  return (
    <Link
      to={`/${register}`}
      search={{
        filter: { conditions: [{ field: 'tenantId', in: [id] }], ...(view === undefined ? {} : { view }) },
      }}
    >
      <strong>{format.integer(count)}</strong>
      <span>{label}</span>
    </Link>
  )
}
