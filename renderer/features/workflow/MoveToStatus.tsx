import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findMoveTo } from '@shared/features/workflow/moves'
import type { Way } from '@shared/features/workflow/workflow.contract'
import { codeLabel } from '@shared/kernel/code-lists'
import type { AnyValues } from '@shared/kernel/registers'
import { api } from '../../api/client'
import { useLanguage } from '../../i18n/language'
import { useNotify } from '../../ui'
import { MoveDialog } from './MoveDialog'
import { needsDialog, useMove } from './use-move'

type Props = {
  readonly request: AnyValues & { readonly id: string }
  /** The status it is to have. */
  readonly status: string
  /** Done, refused or given up. */
  readonly onEnd: () => void
}

/** Moves a request into a status by the step that leads there; asks only for what that step needs. */
export function MoveToStatus({ request, status, onEnd }: Props) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  const notify = useNotify()
  const [way, setWay] = useState<Way | null>(null)
  const { carryOut } = useMove({ ...request, version: way?.version ?? 0 })
  const move = way === null ? undefined : findMoveTo(way.moves, status)
  const asks = way !== null && move !== undefined && needsDialog(move, request, way)
  const started = useRef(false)
  useEffect(() => {
    api.workflow.way({ id: request.id }).then(setWay, (error: unknown) => {
      notify.failed(error)
      onEnd()
    })
    // oxlint-disable-next-line react/exhaustive-deps -- once for each wish, which has its own component
  }, [])
  useEffect(() => {
    if (way === null || asks || started.current) return
    started.current = true
    if (move !== undefined) return void carryOut(move).then(onEnd, onEnd)
    const to = codeLabel('requestStatus', status, language)
    notify.show({
      tone: 'danger',
      text: t('noWay', { reference: String(request['reference'] ?? ''), status: to }),
    })
    onEnd()
  }, [asks, carryOut, language, move, notify, onEnd, request, status, t, way])
  if (way === null || move === undefined || !asks) return null
  return <MoveDialog move={move} way={way} request={{ ...request, version: way.version }} onClose={onEnd} />
}
