import { useNavigate } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'
import { isTaken } from '../../../ui/register'
import { boardColumns, type BoardCard, type BoardColumn } from './columns'
import type { Wish } from './BoardPage'

/** Where an arrow leads from a card, in columns and in cards. */
const arrows: Readonly<Record<string, readonly [columns: number, cards: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const cardsOf = (column: Element | undefined): readonly HTMLElement[] => [
  ...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
]

/** Reads the card out of its element. */
export function cardOf(element: Element | null): BoardCard | undefined {
  const text = element instanceof HTMLElement ? element.dataset['card'] : undefined
  return text === undefined ? undefined : (JSON.parse(text) as BoardCard)
}

/** Arrows go from card to card, with Ctrl they take the card along into the next column; Enter opens it. */
export function useBoardKeys(board: RefObject<HTMLDivElement | null>, move: (wish: Wish) => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const columns = [...(board.current?.querySelectorAll('[data-column]') ?? [])]
      const at = columns.findIndex((column) => column.contains(document.activeElement))
      const card = cardOf(document.activeElement)
      if (card === undefined || at < 0 || event.isComposing || isTaken(event)) return
      const isHandled = (event.ctrlKey || event.metaKey ? takeAlong : goOn)(event.key, columns, at, (to) =>
        move({ card, to }),
      )
      if (event.key === 'Enter') void navigate({ to: '/requests/$id', params: { id: card.id } })
      if (isHandled || event.key === 'Enter') event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [board, move, navigate])
}

type Act = (key: string, columns: readonly Element[], at: number, move: (to: BoardColumn) => void) => boolean

/** With Ctrl: the card goes into the column beside it. */
const takeAlong: Act = (key, _columns, at, move) => {
  const [across] = arrows[key] ?? [0, 0]
  const to = across === 0 ? undefined : boardColumns[at + across]
  if (to !== undefined) move(to)
  return to !== undefined
}

/** Without: the focus goes to the next card. */
const goOn: Act = (key, columns, at) => {
  const [across, along] = arrows[key] ?? [0, 0]
  if (across === 0 && along === 0) return false
  const cards = cardsOf(columns[at])
  const place = cards.findIndex((card) => card === document.activeElement)
  const next = along === 0 ? nearest(columns, at, across, place) : cards[place + along]
  next?.focus()
  return true
}

/** The card beside a place in the next column that has any. */
function nearest(columns: readonly Element[], at: number, step: number, place: number) {
  for (let next = at + step; columns[next] !== undefined; next += step) {
    const cards = cardsOf(columns[next])
    if (cards.length > 0) return cards[Math.min(place, cards.length - 1)]
  }
  return undefined
}
