import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Move } from '@shared/features/workflow/moves'
import type { Way } from '@shared/features/workflow/workflow.contract'
import { useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useLanguage } from '../../i18n/language'
import { Kbd, Tag } from '../../ui'
import { isTaken } from '../../ui/register'
import { AllMoves } from './AllMoves'
import { MoveDialog } from './MoveDialog'
import { ReassignDialog } from './ReassignDialog'
import { moveWords } from './move-words'
import { needsDialog, useMove, type Moving } from './use-move'
import './workflow.css'

type Props = { readonly request: Moving }

/** Steps offered as buttons of their own; every other stands behind the last one. */
const buttons = 3

/** What can be done with a request: its next steps as buttons, all others behind one more (F4). */
export function MoveBar({ request }: Props) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  const mayWrite = useRights().has('requests.write')
  const way = useApiQuery('workflow', 'way', { id: request.id }, { enabled: mayWrite })
  const { carryOut, isBusy } = useMove(request)
  const [chosen, setChosen] = useState<Move | null>(null)
  const [isListed, setIsListed] = useState(false)
  const [isAssigned, setIsAssigned] = useState(false)
  const moves = way.data?.moves ?? []
  useNextStepKey(() => setIsListed(true), moves.length > 0)
  if (way.data === undefined || moves.length === 0) return null
  const { data } = way
  const take = (move: Move) => {
    setIsListed(false)
    if (needsDialog(move, request, data)) setChosen(move)
    else void carryOut(move)
  }
  const usual = moves.filter(({ kind }) => kind === 'advance' || kind === 'resume').slice(0, buttons)
  const isOpen = request['closedAt'] === null && request['status'] !== 'cancelled'
  return (
    <div className="workflow-bar no-print">
      {usual.map((move, index) => (
        <Button
          key={`${move.kind} ${move.to}`}
          type={index === 0 ? 'primary' : 'default'}
          loading={isBusy && index === 0}
          disabled={isBusy}
          onClick={() => take(move)}
        >
          {moveWords(move, t, language)}
        </Button>
      ))}
      <Button disabled={isBusy} onClick={() => setIsListed(true)}>
        {t('all')} <Kbd>F4</Kbd>
      </Button>
      {isOpen && (
        <Button disabled={isBusy} onClick={() => setIsAssigned(true)}>
          {t('assign.button')}
        </Button>
      )}
      {isOpen && <Obstacles way={data} />}
      {isAssigned && <ReassignDialog of={{ ids: [request.id] }} onClose={() => setIsAssigned(false)} />}
      {isListed && <AllMoves moves={moves} onTake={take} onClose={() => setIsListed(false)} />}
      {chosen !== null && (
        <MoveDialog move={chosen} way={data} request={request} onClose={() => setChosen(null)} />
      )}
    </div>
  )
}

/** What stands in the way of closing. */
function Obstacles({ way: { openItems, blockedBy } }: { readonly way: Way }) {
  const { t } = useTranslation('workflow')
  return (
    <>
      {openItems > 0 && <Tag tone="attention">{t('papers', { count: openItems })}</Tag>}
      {blockedBy.length > 0 && (
        <Tag tone="attention">{t('waitsFor', { references: blockedBy.join(', ') })}</Tag>
      )}
    </>
  )
}

/** F4 opens the list of steps wherever the focus is on the page. */
function useNextStepKey(open: () => void, allowed: boolean) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isPlain =
        !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing
      if (event.code !== 'F4' || !isPlain || !allowed || isTaken(event)) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}
