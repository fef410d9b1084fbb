import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Details } from '@shared/features/details/details.contract'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import { Button } from 'antd'
import { api } from '../../api/client'
import { EmptyState, ErrorState, Page, PageHeader, Skeleton } from '../../ui'
import { DetailsForm } from './DetailsForm'

export type Opened = {
  readonly request: RequestRow
  readonly details: Details
  readonly draft: Draft | null
}

async function open(id: string): Promise<Opened> {
  const [request, details, draft] = await Promise.all([
    api.requests.get({ id }),
    api.details.get({ id }),
    api.drafts.find({ register: 'details', recordId: id }),
  ])
  return { request, details, draft }
}

/** The form of what a request carries by its type. */
export function DetailsPage() {
  const { t } = useTranslation('details')
  const { id = '' } = useParams({ strict: false })
  // Asked anew each time and kept in no cache, as every form is; a number of its own for what was stored meanwhile.
  const [opening, setOpening] = useState(() => crypto.randomUUID())
  const query = useQuery({
    queryKey: ['form', 'details', id, opening],
    queryFn: () => open(id),
    gcTime: 0,
    staleTime: 0,
    refetchOnMount: 'always',
  })
  const opened = query.isFetchedAfterMount ? query.data : undefined
  const part = opened?.details.part ?? null
  const reference = opened?.request.reference ?? ''
  return (
    <Page fill>
      <PageHeader
        title={part === null ? reference : t('formTitle', { reference, part: t(`part.${part}`) })}
        aside={opened?.request.tenantName}
      />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {opened === undefined && !query.isError && <Skeleton lines={10} />}
      {opened !== undefined && part === null && <NoPart id={id} />}
      {opened !== undefined && part !== null && (
        <DetailsForm
          key={opening}
          {...opened}
          part={part}
          onStartOver={() => setOpening(crypto.randomUUID())}
        />
      )}
    </Page>
  )
}

function NoPart({ id }: { readonly id: string }) {
  const { t } = useTranslation('details')
  const navigate = useNavigate()
  return (
    <EmptyState
      title={t('emptyText.none')}
      action={
        <Button onClick={() => void navigate({ to: '/requests/$id', params: { id } })}>
          {t('backToRequest')}
        </Button>
      }
    />
  )
}
