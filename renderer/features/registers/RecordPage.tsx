import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ArrowLeft, ChevronDown, ChevronUp, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { Card, ErrorState, IconButton, Page, Skeleton, Tag, PrintButton } from '../../ui'
import { AttachmentsCard } from '../attachments'
import { HistoryList } from '../history'
import { Facts } from './Facts'
import { isTaken, recordStep } from '../../ui/register'
import { useListOf } from './opened-list'
import { useRecord } from './RecordPanel'
import type { AnyRow } from './record-api'
import { nameOf, useRecordActions } from './use-record-actions'

type Props = {
  readonly register: RegisterName
  readonly head: (row: AnyRow) => ReactNode
  /** Cards of the register's own below the facts, for what needs their width. */
  readonly below?: (row: AnyRow) => ReactNode
  /** Cards of the register's own beside the facts. */
  readonly more?: (row: AnyRow) => ReactNode
  /** Stands in for the history of the record's own changes. */
  readonly history?: (row: AnyRow) => ReactNode
}

/** A record on a page of its own: facts, what belongs to it, history. */
export function RecordPage({ register, head, more, below, history }: Props) {
  const { t } = useTranslation('registers')
  const { id = '' } = useParams({ strict: false })
  const [step, setStep] = useState<Step>(0)
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
      <RecordHeader register={register} row={row} step={step} onStep={setStep} />
      <div className="record-page">
        <div className="record-page-main">
          <Card>
            <div className="record-head">{head(row)}</div>
            <Facts register={register} row={row} wide />
          </Card>
          {below?.(row)}
        </div>
        <div className="record-page-side">
          {more?.(row)}
          <AttachmentsCard key={row.id} register={register} id={row.id} isDeleted={row.deletedAt !== null} />
          {history?.(row) ?? (
            <Card title={t('tab.history')}>
              <HistoryList register={register} id={row.id} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}

/** The button that led to the record shown; it keeps the focus while the page is drawn anew. 0: none did. */
type Step = -1 | 0 | 1

type HeaderProps = {
  readonly register: RegisterName
  readonly row: AnyRow
  readonly step: Step
  readonly onStep: (step: Step) => void
}

function RecordHeader({ register, row, step, onStep }: HeaderProps) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const list = useListOf(register, row.id)
  const mayWrite = useRights().has(`${register}.write`)
  const isDeleted = row.deletedAt !== null
  const edit = () => void navigate({ to: `/${register}/$id/edit`, params: { id: row.id } })
  useEditKey(edit, mayWrite && !isDeleted)
  return (
    <header className="ui-page-header">
      <IconButton
        icon={ArrowLeft}
        label={t('backToList')}
        onClick={() => void navigate({ to: `/${register}`, search: list.search })}
      />
      <h1>{nameOf(register, row)}</h1>
      {isDeleted && <Tag tone="danger">{t('isDeleted')}</Tag>}
      <div className="ui-page-actions no-print">
        <Neighbours register={register} before={list.before} after={list.after} step={step} onStep={onStep} />
        <PrintButton>{t('print')}</PrintButton>
        {mayWrite && <ChangeButtons register={register} row={row} onEdit={edit} />}
      </div>
    </header>
  )
}

type NeighbourProps = {
  readonly register: RegisterName
  readonly before: string | undefined
  readonly after: string | undefined
  readonly step: Step
  readonly onStep: (step: Step) => void
}

/** Leads to the records before and after this one in the list it was opened from. */
function Neighbours({ register, before, after, step, onStep }: NeighbourProps) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const go = (id: string | undefined) => {
    if (id !== undefined) void navigate({ to: `/${register}/$id`, params: { id }, replace: true })
  }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const asked = recordStep(event)
      if (asked === 0 || isTaken(event)) return
      event.preventDefault()
      go(asked === 1 ? after : before)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
  const press = (pressed: Step) => {
    onStep(pressed)
    go(pressed === 1 ? after : before)
  }
  if (before === undefined && after === undefined) return null
  return (
    <span className="record-neighbours">
      <IconButton
        ref={step === -1 ? takeFocus : undefined}
        icon={ChevronUp}
        label={t('previous')}
        disabled={before === undefined}
        onClick={() => press(-1)}
      />
      <IconButton
        ref={step === 1 ? takeFocus : undefined}
        icon={ChevronDown}
        label={t('next')}
        disabled={after === undefined}
        onClick={() => press(1)}
      />
    </span>
  )
}

function takeFocus(button: HTMLButtonElement | null) {
  button?.focus()
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
