import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, Skeleton } from '../../ui'
import './tenants.css'

/** How many requests and incidents a tenant has; each number opens its rows. */
export function TenantCounts({ id }: { readonly id: string }) {
  const { t } = useTranslation('tenants')
  const navigate = useNavigate()
  const rights = useRights()
  const query = useApiQuery('tenants', 'get', { id })
  if (query.isPending) return <Skeleton lines={2} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const { requestsOpen, requestsTotal, incidentsOpen, incidentsTotal } = query.data
  return (
    <Card
      title={t('belongs')}
      extra={
        rights.has('requests.write') && (
          <Button
            size="small"
            icon={<Plus size={14} strokeWidth={1.6} aria-hidden />}
            onClick={() => void navigate({ to: '/requests/new', search: { tenantId: id } })}
          >
            {t('newRequest')}
          </Button>
        )
      }
    >
      <div className="tenant-counts">
        {rights.has('requests.read') && (
          <CountLinks
            register="requests"
            id={id}
            open={{ count: requestsOpen, label: t('requestsOpen') }}
            all={{ count: requestsTotal, label: t('requestsTotal') }}
          />
        )}
        {rights.has('incidents.read') && (
          <CountLinks
            register="incidents"
            id={id}
            open={{ count: incidentsOpen, label: t('incidentsOpen') }}
            all={{ count: incidentsTotal, label: t('incidentsTotal') }}
          />
        )}
      </div>
    </Card>
  )
}

type Counted = { readonly count: number; readonly label: string }

type LinksProps = {
  readonly register: 'requests' | 'incidents'
  readonly id: string
  readonly open: Counted
  readonly all: Counted
}

function CountLinks({ register, id, open, all }: LinksProps) {
  return (
    <>
      <CountLink {...{ register, id }} view="open" {...open} />
      <CountLink {...{ register, id }} {...all} />
    </>
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
