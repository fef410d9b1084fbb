import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import { hiddenFields, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { api } from '../../api/client'
import { useRights } from '../../api/session'
import { ErrorState, Page, PageHeader, Skeleton, useNotify } from '../../ui'
import { RecordForm, type RecordFormProps } from '../../ui/form'
import { useConflict } from './ConflictDialog'
import { fieldGroups } from './field-groups'
import { recordApis, type AnyRow } from './record-api'
import { nameOf } from './use-record-actions'

type Props = {
  readonly register: RegisterName
  /** Title of the form of a new record. */
  readonly createTitle: string
  /** Values a new record begins with. */
  readonly initial?: AnyValues
  readonly follow?: RecordFormProps['follow']
}

/** The form of a new record or, where the address names one, of a stored one. */
export function RecordFormPage(props: Props) {
  const { register, createTitle } = props
  const { t } = useTranslation('registers')
  const { id } = useParams({ strict: false })
  const recordId = id ?? null
  // Asked anew each time and kept in no cache: a form begins from what is stored now. Its own key keeps it from
  // taking over an answer that was on its way before the draft was kept.
  const [opening] = useState(() => crypto.randomUUID())
  const query = useQuery({
    queryKey: ['form', register, recordId, opening],
    queryFn: () => loadForm(register, recordId),
    gcTime: 0,
    staleTime: 0,
    refetchOnMount: 'always',
  })
  const loaded = query.isFetchedAfterMount ? query.data : undefined
  const title = loaded?.record ? t('editTitle', { name: nameOf(register, loaded.record) }) : createTitle
  return (
    <Page fill>
      <PageHeader title={recordId === null ? createTitle : title} />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {loaded === undefined && !query.isError && <Skeleton lines={10} />}
      {loaded !== undefined && <LoadedForm key={recordId ?? 'new'} {...props} {...loaded} />}
    </Page>
  )
}

type Loaded = { readonly record: AnyRow | null; readonly draft: Draft | null }

async function loadForm(register: RegisterName, recordId: string | null): Promise<Loaded> {
  const [record, draft] = await Promise.all([
    recordId === null ? null : recordApis[register].get(recordId),
    api.drafts.find({ register, recordId }),
  ])
  return { record, draft }
}

function LoadedForm({ register, record, draft, initial, follow }: Props & Loaded) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const notify = useNotify()
  const conflict = useConflict(register, record)
  const records = recordApis[register]
  const hidden = hiddenFields(register, useRights())
  const toList = (selected?: string) =>
    navigate({ to: `/${register}`, search: selected === undefined ? {} : { selected } })
  return (
    <>
      <RecordForm
        register={register}
        record={record}
        draft={draft}
        initial={initial}
        follow={follow}
        groups={fieldGroups(register).map(({ key, fields }) => ({
          key,
          fields: fields.filter((field) => !hidden.includes(field)),
          title: t(`group.${key}`),
        }))}
        save={async (values, version) => {
          if (record === null) return (await records.create(values)).id
          return (await records.update({ id: record.id, version: version ?? record.version }, values)).id
        }}
        onConflict={conflict.ask}
        onSaved={(id, close) => {
          notify.show({ tone: 'good', text: t('saved') })
          void (close ? toList(id) : navigate({ to: `/${register}/$id`, params: { id } }))
        }}
        onCancel={() => void (record === null ? toList() : toList(record.id))}
      />
      {conflict.dialog}
    </>
  )
}
