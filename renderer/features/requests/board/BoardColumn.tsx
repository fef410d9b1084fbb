import { Button } from 'antd'
import { useId, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../../i18n/format'
import { ErrorState, Skeleton } from '../../../ui'
import { BoardCardView } from './BoardCard'
import { cardOf } from './board-keys'
import type { BoardCard, BoardColumn } from './columns'
import { useColumn } from './use-column'

type Props = {
  readonly column: BoardColumn
  readonly filter: FilterInput
  readonly dayStart: number
  readonly onDrop: (card: BoardCard) => void
}

/** One column with its cards; a card can be dropped on it. */
export function BoardColumnView({ column, filter, dayStart, onDrop }: Props) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const title = useId()
  const [isOver, setIsOver] = useState(false)
  const { cards, total, isPending, error, more, retry } = useColumn(column, filter, dayStart)
  const words = column === 'closed' ? t('board.closed') : codeLabel('requestStatus', column, format.language)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const id = event.dataTransfer.getData('text/plain')
    const card = cardOf(document.querySelector(`[data-card-id="${CSS.escape(id)}"]`))
    if (card !== undefined && card.status !== column) onDrop(card)
  }
  return (
    <div
      role="presentation"
      className={isOver ? 'board-column board-column-over' : 'board-column'}
      data-column={column}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h2 id={title}>
        <span>{words}</span>
        <span className="board-count numeric">{total === undefined ? '' : format.integer(total)}</span>
      </h2>
      <section className="board-cards" aria-labelledby={title}>
        {isPending && <Skeleton lines={6} />}
        {error !== null && <ErrorState error={error} onRetry={retry} />}
        {cards.map((card) => (
          <BoardCardView key={card.id} card={card} />
        ))}
        {!isPending && error === null && cards.length === 0 && (
          <p className="board-empty">{t('board.empty')}</p>
        )}
        {more !== undefined && (
          <Button size="small" onClick={more}>
            {t('board.more')}
          </Button>
        )}
      </section>
    </div>
  )
}
