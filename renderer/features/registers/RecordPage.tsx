import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ArrowLeft, Pencil, Printer, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { api } from '../../api/client'
import { Card, ErrorState, IconButton, Page, Skeleton, Tag, useNotify } from '../../ui'
import { HistoryList } from '../history'
import { Facts } from './Facts'
import { useRecord } from './RecordPanel'
import type { AnyRow } from './record-api'
import { nameOf, useRecordActions } from './use-record-actions'

type Props = {
  readonly register: RegisterName
  readonly head: (row: AnyRow) => ReactNode
  /** Cards of the register's own beside the facts. */
  readonly more?: (row: AnyRow) => ReactNode
}

/** A record on a page of its own: facts, what belongs to it, history. */
export function RecordPage({ register, head, more }: Props) {
  const { t } = useTranslation('registers')
  const { id = '' } = useParams({ strict: false })
  const query = useRecord(register, id)
  const row = query.data
  if (query.isPending) {
    return (
      <Page>
        <Skeleton lines={10} />
      </Page>
    )
  }
  if (row === undefined) {
    return (
      <Page>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    )
  }
  return (
    <Page>
      <RecordHeader register={register} row={row} />
      <div className="record-page">
        <Card>
          <div className="record-head">{head(row)}</div>
          <Facts register={register} row={row} wide />
        </Card>
        <div className="record-page-side">
          {more?.(row)}
          <Card title={t('tab.history')}>
            <HistoryList register={register} id={row.id} />
          </Card>
        </div>
      </div>
    </Page>
  )
}

function RecordHeader({ register, row }: { readonly register: RegisterName; readonly row: AnyRow }) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const notify = useNotify()
  const isDeleted = row.deletedAt !== null
  const edit = () => void navigate({ to: `/${register}/$id/edit`, params: { id: row.id } })
  useEditKey(edit, !isDeleted)
  return (
    <header className="ui-page-header">
      <IconButton
        icon={ArrowLeft}
        label={t('backToList')}
        onClick={() => void navigate({ to: `/${register}` })}
      />
      <h1>{nameOf(register, row)}</h1>
      {isDeleted && <Tag tone="danger">{t('isDeleted')}</Tag>}
      <div className="ui-page-actions no-print">
        <Button
          icon={<Printer size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => void api.shell.print({}).catch(notify.failed)}
        >
          {t('print')}
        </Button>
        <ChangeButtons register={register} row={row} onEdit={edit} />
      </div>
    </header>
  )
}

type ChangeProps = { readonly register: RegisterName; readonly row: AnyRow; readonly onEdit: () => void }

function ChangeButtons({ register, row, onEdit }: ChangeProps) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const actions = useRecordActions(register)
  const remove = async () => {
    if (await actions.remove(row)) await navigate({ to: `/${register}` })
  }
  if (row.deletedAt !== null) {
    return (
      <Button
        icon={<RotateCcw size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => void actions.restore(row)}
      >
        {t('restore')}
      </Button>
    )
  }
  return (
    <>
      <Button icon={<Trash2 size={16} strokeWidth={1.6} aria-hidden />} onClick={() => void remove()}>
        {t('remove')}
      </Button>
      <Button type="primary" icon={<Pencil size={16} strokeWidth={1.6} aria-hidden />} onClick={onEdit}>
        {t('edit')}
      </Button>
    </>
  )
}

function useEditKey(edit: () => void, allowed: boolean) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.code === 'F2' && allowed && !event.isComposing) edit()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}
