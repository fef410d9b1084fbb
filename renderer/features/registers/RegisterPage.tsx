import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Import, Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import { hiddenFields, type RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Page, PageHeader } from '../../ui'
import type { RegisterColumn } from '../../ui/register'
import { useLatest } from '../../ui/use-latest'
import { DraftsButton } from '../drafts'
import { ExportButton } from '../exports'
import { ChangeManyButton } from './ChangeManyButton'
import { RegisterBody } from './RegisterBody'
import { RecordPanel } from './RecordPanel'
import { RegisterTools } from './RegisterTools'
import { ViewChips } from './ViewChips'
import { useKeepList } from './opened-list'
import { recordApis, type AnyRow, type ListedRow } from './record-api'
import { useRegisterState, type RegisterState } from './register-search'
import { useLayout } from './use-layout'
import { useMarks } from './use-marks'
import './registers.css'

/** What differs between the registers on screen. */
export type RegisterWords = {
  readonly title: string
  readonly create: string
  readonly search: string
  readonly emptyTitle: string
  readonly emptyText: string
  readonly views: Readonly<Record<string, string>>
}

export type RegisterPageProps = {
  readonly register: RegisterName
  readonly words: RegisterWords
  readonly columns: readonly RegisterColumn<ListedRow>[]
  /** Views that always stand above the list. */
  readonly views: readonly string[]
  /** Number, clock and title of the record beside the list. */
  readonly head: (row: AnyRow) => ReactNode
  /** What stands between the facts and their history. */
  readonly more?: (row: AnyRow) => ReactNode
  /** Further actions on the list as it is filtered. */
  readonly actions?: (filter: FilterInput, total: number | undefined) => ReactNode
}

/** The screen of a register: views, filter, list, and the selected record beside it. */
export function RegisterPage(props: RegisterPageProps) {
  const { register, words, views, head, more } = props
  const columns = useOwnColumns(register, props.columns)
  const navigate = useNavigate()
  const state = useRegisterState(register)
  const layout = useLayout(register)
  const count = useQuery({
    queryKey: [register, 'count', state.filter],
    queryFn: () => recordApis[register].count(state.filter),
  })
  const marks = useMarks(register, state.filter)
  const [range, setRange] = useState<Range | null>(null)
  const open = useOpening(register, state)
  const create = useCallback(() => void navigate({ to: `/${register}/new` }), [navigate, register])
  useRegisterKeys(state, register)

  return (
    <Page fill>
      <PageHeader
        title={words.title}
        aside={<CountWords total={count.data} range={range} />}
        actions={
          <>
            {props.actions?.(state.filter, count.data)}
            <RegisterActions {...{ register, words, create }} filter={state.filter} total={count.data} />
          </>
        }
      />
      <ViewChips register={register} views={views} words={words.views} state={state} />
      <RegisterTools {...{ register, state, columns, layout }} searchHint={words.search}>
        {marks !== undefined && (
          <ChangeManyButton {...{ register, marks }} filter={state.filter} total={count.data} />
        )}
      </RegisterTools>
      <div className="register-split">
        <RegisterBody
          {...{ register, words, columns, state, layout, marks, open, create }}
          total={count.data}
          onRange={(first, last) => setRange((before) => moved(before, { first, last }))}
        />
        {state.selected !== null && (
          <RecordPanel
            {...{ register, head, more }}
            id={state.selected}
            onClose={() => state.setSelected(null)}
          />
        )}
      </div>
    </Page>
  )
}

/** The columns of fields that somebody may see. */
function useOwnColumns(register: RegisterName, columns: RegisterPageProps['columns']) {
  const rights = useRights()
  return useMemo(() => {
    const hidden = hiddenFields(register, rights)
    return columns.filter(({ field }) => !hidden.includes(field))
  }, [columns, register, rights])
}

type ActionsProps = {
  readonly register: RegisterName
  readonly words: RegisterWords
  readonly filter: FilterInput
  readonly total: number | undefined
  readonly create: () => void
}

function RegisterActions({ register, words, filter, total, create }: ActionsProps) {
  const { t } = useTranslation('registers')
  const navigate = useNavigate()
  const rights = useRights()
  return (
    <>
      <DraftsButton register={register} />
      {rights.has('imports.run') && (
        <Button
          icon={<Import size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => void navigate({ to: '/import' })}
        >
          {t('import')}
        </Button>
      )}
      {rights.has('exports.run') && <ExportButton register={register} filter={filter} total={total} />}
      {rights.has(`${register}.write`) && (
        <Button type="primary" icon={<Plus size={16} strokeWidth={1.6} aria-hidden />} onClick={create}>
          {words.create}
        </Button>
      )}
    </>
  )
}

/** Opens a row on a page of its own and keeps which list it was opened from. */
function useOpening(register: RegisterName, state: RegisterState) {
  const navigate = useNavigate()
  const keepList = useKeepList(register)
  const latest = useLatest(state)
  return useCallback(
    (row: ListedRow, ids: readonly string[]) => {
      const { filter, sort, selected } = latest.current
      const search = { ...filtered(filter), sort: sort ?? undefined, selected: selected ?? undefined }
      keepList({ ids, search, current: row.id })
      void navigate({ to: `/${register}/$id`, params: { id: row.id } })
    },
    [keepList, latest, navigate, register],
  )
}

/** An address that filters nothing says nothing of a filter. */
function filtered(filter: FilterInput): { readonly filter?: FilterInput } {
  return Object.keys(filter).length === 0 ? {} : { filter }
}

/** First and last row in sight, from 1. */
type Range = { readonly first: number; readonly last: number }

function moved(before: Range | null, now: Range): Range {
  return before?.first === now.first && before.last === now.last ? before : now
}

function CountWords({ total, range }: { readonly total: number | undefined; readonly range: Range | null }) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  if (total === undefined) return null
  if (total === 0 || range === null) return t('count', { total: format.integer(total) })
  const { first, last } = range
  return t('range', {
    first: format.integer(Math.min(first, total)),
    last: format.integer(Math.min(last, total)),
    total: format.integer(total),
  })
}

/** Whatever may stand above the screen and takes Escape first. */
const layers = 'dialog[open], .preferences:popover-open, .ant-popover:not(.ant-popover-hidden)'

/** Escape closes the record beside the list, F2 edits it. */
function useRegisterKeys(state: RegisterState, register: RegisterName) {
  const navigate = useNavigate()
  const mayEdit = useRights().has(`${register}.write`)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || state.selected === null) return
      if (document.querySelector(layers) !== null) return
      if (event.code === 'Escape') state.setSelected(null)
      if (event.code === 'F2' && mayEdit) {
        void navigate({ to: `/${register}/$id/edit`, params: { id: state.selected } })
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [mayEdit, navigate, register, state])
}
