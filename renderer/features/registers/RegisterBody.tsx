import { Button } from 'antd'
import { FilterX, Inbox, Plus, Trash2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'
import { Card, EmptyState, ErrorState, Skeleton } from '../../ui'
import { Register, shownFields, type Marks, type RegisterColumn, type RegisterSort } from '../../ui/register'
import type { RegisterWords } from './RegisterPage'
import { recordApis, type ListedRow } from './record-api'
import { useOpenedList } from './opened-list'
import type { RegisterState } from './register-search'
import type { LayoutControl } from './use-layout'
import { useRevision } from './use-revision'

type Props = {
  readonly register: RegisterName
  readonly words: RegisterWords
  readonly columns: readonly RegisterColumn<ListedRow>[]
  readonly state: RegisterState
  readonly layout: LayoutControl
  readonly total: number | undefined
  readonly marks: Marks | undefined
  readonly open: (row: ListedRow, ids: readonly string[]) => void
  readonly create: () => void
  readonly onRange: (first: number, last: number) => void
}

/** The list, or in its place why there is none. */
export function RegisterBody(props: Props) {
  const { register, words, columns, state, layout, total, open, create, onRange } = props
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const revision = useRevision(register)
  const returnTo = useOpenedList(register)?.current ?? null
  const { filter } = state
  // Another text only where other fields are wanted: a column that became wider fetches nothing anew.
  const wanted = shownFields(columns, layout.columns).join()
  const fetchPage = useCallback(
    async (request: {
      readonly cursor: string | null
      readonly limit: number
      readonly sort: RegisterSort | null
    }) => {
      const { sort, ...page } = request
      const fields = wanted.split(',').filter(Boolean)
      return await recordApis[register].page({ filter, fields, ...page, ...(sort === null ? {} : { sort }) })
    },
    [register, filter, wanted],
  )
  if (!layout.ready) return frame(<Skeleton lines={12} />)
  if (failure !== null) return frame(<ErrorState error={failure.error} onRetry={() => setFailure(null)} />)
  if (total === 0) return frame(<Nothing {...{ register, state, words, create }} />)
  return frame(
    <Register<ListedRow>
      label={words.title}
      columns={columns}
      layout={layout.columns}
      onLayout={layout.keepColumns}
      sort={state.sort ?? layout.sort}
      onSort={(sort) => {
        state.setSort(sort)
        layout.keepSort(sort)
      }}
      fetchPage={fetchPage}
      total={total}
      revision={revision}
      selected={state.selected}
      onSelect={(row) => state.setSelected(row.id)}
      onOpen={open}
      returnTo={returnTo}
      marks={props.marks}
      onRange={onRange}
      onFailure={(error) => setFailure({ error })}
    />,
  )
}

function frame(content: React.ReactNode) {
  return <Card className="register-list">{content}</Card>
}

type NothingProps = Pick<Props, 'register' | 'state' | 'words' | 'create'>

function Nothing({ register, state, words, create }: NothingProps) {
  const { t } = useTranslation('registers')
  const mayWrite = useRights().has(`${register}.write`)
  if (state.filter.deleted === true) {
    return <EmptyState icon={Trash2} title={t('bin.empty')} text={t('bin.emptyText')} />
  }
  if (Object.keys(state.filter).length > 0) {
    return (
      <EmptyState
        icon={FilterX}
        title={t('noMatch')}
        text={t('noMatchText')}
        action={<Button onClick={() => state.setFilter({})}>{t('filter.clear')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={Inbox}
      title={words.emptyTitle}
      text={words.emptyText}
      action={
        mayWrite && (
          <Button type="primary" icon={<Plus size={16} strokeWidth={1.6} aria-hidden />} onClick={create}>
            {words.create}
          </Button>
        )
      }
    />
  )
}
