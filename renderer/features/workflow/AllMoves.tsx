import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Move, MoveKind } from '@shared/features/workflow/moves'
import { useLanguage } from '../../i18n/language'
import { Dialog, Kbd } from '../../ui'
import { useLatest } from '../../ui/use-latest'
import { moveWords } from './move-words'

type Props = {
  readonly moves: readonly Move[]
  readonly onTake: (move: Move) => void
  readonly onClose: () => void
}

const groups = [
  { title: 'group.next', kinds: ['advance', 'resume'] },
  { title: 'group.wait', kinds: ['waitTenant', 'waitAuthority'] },
  { title: 'group.ahead', kinds: ['skip'] },
  { title: 'group.back', kinds: ['sendBack', 'reopen'] },
  { title: 'group.end', kinds: ['cancel'] },
] as const satisfies readonly { readonly title: string; readonly kinds: readonly MoveKind[] }[]

/** Every step a request can take; digits and arrows choose, Enter takes. */
export function AllMoves({ moves, onTake, onClose }: Props) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  const list = useRef<HTMLDivElement>(null)
  const shown = groups.map(({ title, kinds }) => ({
    title,
    moves: moves.filter(({ kind }) => (kinds as readonly MoveKind[]).includes(kind)),
  }))
  const inOrder = shown.flatMap((group) => group.moves)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  useStepKeys(list, inOrder, onTake)
  return (
    <Dialog title={t('all')} onClose={onClose}>
      <div ref={list} className="workflow-all">
        {shown.map(
          (group) =>
            group.moves.length > 0 && (
              <section key={group.title}>
                <h3>{t(group.title)}</h3>
                <ul>
                  {group.moves.map((move) => (
                    <li key={`${move.kind} ${move.to}`}>
                      <button type="button" onClick={() => onTake(move)}>
                        <span>{moveWords(move, t, language)}</span>
                        {inOrder.indexOf(move) < 9 && <Kbd>{String(inOrder.indexOf(move) + 1)}</Kbd>}
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </Dialog>
  )
}

/** Digits take a step, arrows go from one to the next, wherever the focus is: nothing else has keys meanwhile. */
function useStepKeys(
  list: RefObject<HTMLDivElement | null>,
  inOrder: readonly Move[],
  onTake: (move: Move) => void,
): void {
  const pressed = useLatest((event: KeyboardEvent) => {
    const digit = Number(event.key)
    const chosen = digit >= 1 ? inOrder[digit - 1] : undefined
    if (chosen !== undefined) {
      // The digit would be typed into the dialog that may open now.
      event.preventDefault()
      onTake(chosen)
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const all = [...(list.current?.querySelectorAll('button') ?? [])]
    const place = all.findIndex((each) => each === document.activeElement)
    const step = event.key === 'ArrowDown' ? 1 : -1
    all[(place + step + all.length) % all.length]?.focus()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [pressed])
}
