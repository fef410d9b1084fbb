import { FilterX, ScrollText } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'antd'
import type { Page } from '@shared/contract/page'
import type { AuditEntry, AuditFilter } from '@shared/features/audit/audit.contract'
import { api } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, ErrorState, Tag } from '../../ui'
import { Register, type RegisterColumn } from '../../ui/register'
import { actorWords, changedWords, recordWords, timeWords } from './entry-words'

/** An entry as a row of the list. */
export type EntryRow = AuditEntry & { readonly id: string }

type Props = {
  readonly filter: AuditFilter
  readonly revision: number
  readonly selected: EntryRow | null
  readonly onSelect: (entry: EntryRow) => void
  readonly onOpen: (entry: EntryRow) => void
  readonly onClear: () => void
}

/** The entries a filter leaves, the newest first. */
export function EntryList({ filter, revision, selected, onSelect, onOpen, onClear }: Props) {
  const { t } = useTranslation('audit')
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [emptyFor, setEmptyFor] = useState<string | null>(null)
  const columns = useEntryColumns()
  const asked = `${JSON.stringify(filter)} ${revision}`
  const fetchPage = useCallback(
    async ({ cursor, limit }: { readonly cursor: string | null; readonly limit: number }) => {
      const page = await wholePage(filter, cursor, limit)
      if (cursor === null && page.rows.length === 0) setEmptyFor(asked)
      return page
    },
    [asked, filter],
  )
  if (failure !== null) {
    return frame(<ErrorState error={failure.error} onRetry={() => setFailure(null)} />)
  }
  if (emptyFor === asked)
    return frame(<Nothing isFiltered={Object.keys(filter).length > 0} onClear={onClear} />)
  return frame(
    <Register<EntryRow>
      label={t('title')}
      columns={columns}
      layout={null}
      onLayout={ignore}
      sort={null}
      onSort={ignore}
      fetchPage={fetchPage}
      total={undefined}
      revision={revision}
      selected={selected?.id ?? null}
      onSelect={onSelect}
      onOpen={onOpen}
      returnTo={null}
      onRange={ignore}
      onFailure={(error) => setFailure({ error })}
    />,
  )
}

/** The log has one order and its columns are few: nothing of the list is kept. */
function ignore(): void {}

function frame(content: React.ReactNode) {
  return <Card className="audit-list">{content}</Card>
}

/** A rare thing in a long log comes in several short pages; the list wants whole ones. */
async function wholePage(filter: AuditFilter, from: string | null, limit: number): Promise<Page<EntryRow>> {
  const rows: EntryRow[] = []
  let cursor = from
  do {
    const page = await api.audit.entries({ filter: sent(filter), cursor, limit: limit - rows.length })
    rows.push(...page.rows.map((entry) => ({ ...entry, id: String(entry.sequence) })))
    cursor = page.next
  } while (cursor !== null && rows.length < limit)
  return { rows, next: cursor }
}

/** The filter in lists that may be written to, as the operation declares them. */
export function sent({ action, subject, ...others }: AuditFilter) {
  return {
    ...others,
    ...(action === undefined ? {} : { action: [...action] }),
    ...(subject === undefined ? {} : { subject: [...subject] }),
  }
}

type ColumnName = 'sequence' | 'at' | 'actor' | 'action' | 'subject' | 'record' | 'changes' | 'workstation'

function useEntryColumns(): readonly RegisterColumn<EntryRow>[] {
  const { t } = useTranslation('audit')
  const format = useFormat()
  return useMemo(() => {
    const column = (
      field: ColumnName,
      width: number,
      importance: number,
      text: (row: EntryRow) => string,
    ) => ({
      field,
      width,
      importance,
      text,
      sortable: false,
      label: t(`column.${field}`),
    })
    return [
      { ...column('sequence', 88, 5, (row) => format.integer(row.sequence)), numeric: true },
      {
        ...column('at', 172, 1, (row) => timeWords(row.at, format)),
        render: (row: EntryRow) => <EntryTime row={row} />,
      },
      column('actor', 130, 1, (row) => actorWords(row.actor, t)),
      column('action', 130, 1, (row) => t(`action.${row.action}`)),
      column('subject', 150, 2, (row) => t(`subject.${row.subject}`)),
      { ...column('record', 180, 1, (row) => recordWords(row, t, format)), grows: true },
      { ...column('changes', 220, 3, (row) => changedWords(row, t, format)), grows: true },
      column('workstation', 140, 4, (row) => row.workstation),
    ]
  }, [t, format])
}

function EntryTime({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  if (!row.clockBack) return <span className="numeric">{timeWords(row.at, format)}</span>
  return (
    <Tag tone="attention" title={t('clockBack')}>
      {timeWords(row.at, format)}
    </Tag>
  )
}

function Nothing({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation('audit')
  if (!isFiltered) return <EmptyState icon={ScrollText} title={t('empty')} text={t('emptyText')} />
  return (
    <EmptyState
      icon={FilterX}
      title={t('noMatch')}
      text={t('noMatchText')}
      action={<Button onClick={onClear}>{t('filter.clear')}</Button>}
    />
  )
}
