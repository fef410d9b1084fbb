import { Link } from '@tanstack/react-router'
import { codeLabel } from '@shared/kernel/code-lists'
import { useLanguage } from '../../../i18n/language'
import { TimeLeft } from '../TimeLeft'
import type { BoardCard } from './columns'

/** A request on the board: number, time left, subject, tenant, officer. */
export function BoardCardView({ card }: { readonly card: BoardCard }) {
  const { language } = useLanguage()
  const isUrgent = card.priority === 'urgent' || card.priority === 'high'
  return (
    <Link
      to="/requests/$id"
      params={{ id: card.id }}
      className="board-card"
      data-card={JSON.stringify(card)}
      data-card-id={card.id}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}
    >
      <span className="board-card-line">
        <strong className="numeric">{card.reference}</strong>
        <TimeLeft row={card} short />
      </span>
      <span className="board-card-subject">
        {card.subject ?? codeLabel('requestType', card.type, language)}
      </span>
      <span className="board-card-line board-card-fine">
        <span>{card.tenantName}</span>
        {isUrgent && <em>{codeLabel('priority', card.priority, language)}</em>}
      </span>
      {card.officer !== null && <span className="board-card-fine">{card.officer}</span>}
    </Link>
  )
}
