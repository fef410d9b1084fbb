import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '@shared/contract/define'
import type { Move } from '@shared/features/workflow/moves'
import type { Way, workflowContract } from '@shared/features/workflow/workflow.contract'
import { codeLabel } from '@shared/kernel/code-lists'
import type { AnyValues } from '@shared/kernel/registers'
import { api } from '../../api/client'
import { useLanguage } from '../../i18n/language'
import { useNotify } from '../../ui'

/** The request that is moved, as the page shows it. */
export type Moving = AnyValues & { readonly id: string; readonly version: number }

type Given = Pick<InputOf<typeof workflowContract.move>, 'reason' | 'override' | 'values'>

/** Whether anything must be asked or said before a move is made. */
export function needsDialog(move: Move, request: AnyValues, way: Way): boolean {
  const isMissing = move.needs.some((field) => (request[field] ?? null) === null)
  const isWarned = move.closes && (way.openItems > 0 || way.blockedBy.length > 0)
  return move.needsReason || isMissing || isWarned
}

/** Makes the moves of a request and says what became of it. */
export function useMove(request: Moving) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  const notify = useNotify()
  const [isBusy, setIsBusy] = useState(false)
  /** @throws ApiError */
  const make = async (move: Move, given: Given = {}) => {
    const { id, version } = request
    setIsBusy(true)
    try {
      const row = await api.workflow.move({ id, version, kind: move.kind, to: move.to, ...given })
      const status = codeLabel('requestStatus', row.status, language)
      const stage = codeLabel('requestStage', move.to, language)
      notify.show({ tone: 'good', text: t('moved', { reference: row.reference, stage, status }) })
    } finally {
      setIsBusy(false)
    }
  }
  const carryOut = async (move: Move) => {
    try {
      await make(move)
    } catch (error) {
      notify.failed(error)
    }
  }
  return { make, carryOut, isBusy }
}
