import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { List } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filterSchema, type FilterInput } from '@shared/contract/page'
import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'
import { useFormat } from '../../../i18n/format'
import { Chip, Page, PageHeader } from '../../../ui'
import { MoveToStatus } from '../../workflow'
import { BoardColumnView } from './BoardColumn'
import { useBoardKeys } from './board-keys'
import { boardColumns, type BoardCard, type BoardColumn } from './columns'
import './board.css'

/** A card on its way into another column. */
export type Wish = { readonly card: BoardCard; readonly to: BoardColumn }

/** The open requests side by side by where they stand; moved by drag or by keys. */
export function BoardPage() {
  const filter = useBoardFilter()
  const { timeZone } = useFormat()
  const [wish, setWish] = useState<Wish | null>(null)
  const [dayStart] = useState(() => zonedToUtc(utcToZoned(Date.now(), timeZone).date, undefined, timeZone))
  const board = useRef<HTMLDivElement>(null)
  useBoardKeys(board, setWish)
  return (
    <Page fill>
      <BoardHead filter={filter} />
      <div className="board" ref={board}>
        {boardColumns.map((column) => (
          <BoardColumnView
            key={column}
            column={column}
            filter={filter}
            dayStart={dayStart}
            onDrop={(card) => setWish({ card, to: column })}
          />
        ))}
      </div>
      {wish !== null && (
        <MoveToStatus
          key={`${wish.card.id} ${wish.to}`}
          request={wish.card}
          status={wish.to}
          onEnd={() => setWish(null)}
        />
      )}
    </Page>
  )
}

function BoardHead({ filter }: { readonly filter: FilterInput }) {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const isFiltered = Object.keys(filter).length > 0
  return (
    <>
      <PageHeader
        title={t('board.title')}
        aside={t('board.hint')}
        actions={
          <Button
            icon={<List size={16} strokeWidth={1.6} aria-hidden />}
            onClick={() => void navigate({ to: '/requests', search: isFiltered ? { filter } : {} })}
          >
            {t('board.list')}
          </Button>
        }
      />
      {isFiltered && (
        <div>
          <Chip
            selected
            removeLabel={t('board.all')}
            onRemove={() => void navigate({ to: '/requests/board', search: {} })}
          >
            {t('board.filtered')}
          </Chip>
        </div>
      )}
    </>
  )
}

/** The filter of the list somebody came from. */
function useBoardFilter(): FilterInput {
  const search: unknown = useSearch({ strict: false })
  const key = JSON.stringify((search as { readonly filter?: unknown }).filter ?? {})
  return useMemo(() => {
    const reading = filterSchema.partial().safeParse(JSON.parse(key))
    const { text, group, conditions = [] } = reading.data ?? {}
    return {
      ...(text === undefined ? {} : { text }),
      ...(group === undefined ? {} : { group }),
      ...(conditions.length === 0 ? {} : { conditions }),
    }
  }, [key])
}
