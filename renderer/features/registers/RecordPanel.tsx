import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { Maximize2, Pencil, RotateCcw, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { Card, ErrorState, IconButton, Skeleton } from '../../ui'
import { HistoryList } from '../history'
import { Facts } from './Facts'
import { recordApis, type AnyRow } from './record-api'
import { nameOf, useRecordActions } from './use-record-actions'

type Props = {
  readonly register: RegisterName
  readonly id: string
  readonly head: (row: AnyRow) => ReactNode
  readonly more?: (row: AnyRow) => ReactNode
  readonly onClose: () => void
}

/** The selected record beside the list. */
export function RecordPanel({ register, id, head, more, onClose }: Props) {
  const { t } = useTranslation('registers')
  const query = useRecord(register, id)
  const row = query.data
  if (query.isPending) return panel(t('record'), <Skeleton lines={8} />)
  if (row === undefined) {
    return panel(
      t('record'),
      <>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        <Button onClick={onClose}>{t('closeRecord')}</Button>
      </>,
    )
  }
  return panel(
    nameOf(register, row),
    <>
      <div className="record-head">
        {head(row)}
        <PanelActions register={register} row={row} onClose={onClose} />
      </div>
      <Tabs
        size="small"
        className="record-tabs"
        items={[
          {
            key: 'facts',
            label: t('tab.facts'),
            children: (
              <>
                <Facts register={register} row={row} />
                {more?.(row)}
              </>
            ),
          },
          { key: 'history', label: t('tab.history'), children: <HistoryList register={register} id={id} /> },
        ]}
      />
    </>,
  )
}

/** A record by its id, as its row in the register. */
export function useRecord(register: RegisterName, id: string) {
  return useQuery({ queryKey: [register, 'row', id], queryFn: () => recordApis[register].get(id) })
}

function panel(label: string, content: ReactNode) {
  return (
    <aside className="record-panel" aria-label={label}>
      <Card>{content}</Card>
    </aside>
  )
}

type ActionProps = {
  readonly register: RegisterName
  readonly row: AnyRow
  readonly onClose: () => void
}

function PanelActions({ register, row, onClose }: ActionProps) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const actions = useRecordActions(register)
  const go = (edit: boolean) =>
    void navigate({ to: edit ? `/${register}/$id/edit` : `/${register}/$id`, params: { id: row.id } })
  const mayWrite = useRights().has(`${register}.write`)
  const isDeleted = row.deletedAt !== null
  return (
    <div className="record-actions">
      {mayWrite && isDeleted && (
        <Button
          icon={<RotateCcw size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => void actions.restore(row).then(onClose)}
        >
          {t('restore')}
        </Button>
      )}
      {mayWrite && !isDeleted && (
        <Button icon={<Pencil size={16} strokeWidth={1.6} aria-hidden />} onClick={() => go(true)}>
          {t('edit')}
        </Button>
      )}
      <span className="record-actions-end">
        {mayWrite && !isDeleted && (
          <IconButton
            icon={Trash2}
            label={t('remove')}
            onClick={() => void actions.remove(row).then((removed) => removed && onClose())}
          />
        )}
        <IconButton icon={Maximize2} label={t('openPage')} onClick={() => go(false)} />
        <IconButton icon={X} label={t('closeRecord')} onClick={onClose} />
      </span>
    </div>
  )
}
