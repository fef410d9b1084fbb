import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoStep } from '@shared/features/undo/undo.contract'
import { api, useApiQuery } from '../../api/client'
import { useNotify } from '../../ui'
import { useStepWords } from './step-words'

type Way = 'takeBack' | 'doAgain'

export type Undoing = {
  readonly undo: UndoStep | null
  readonly redo: UndoStep | null
  readonly takeBack: () => void
  readonly doAgain: () => void
}

/** What can be taken back and done again, and how to; each is told in a notice that offers the other way. */
export function useUndo(): Undoing {
  const { t } = useTranslation('undo')
  const notify = useNotify()
  const words = useStepWords()
  const { undo = null, redo = null } = useApiQuery('undo', 'state', {}).data ?? {}
  const running = useRef(false)

  const carryOut = async (step: UndoStep, way: Way) => {
    // A key held down asks again before the first answer.
    if (running.current) return
    running.current = true
    try {
      tell(await api.undo[way]({ id: step.id }), way)
    } catch (error) {
      notify.failed(error)
    } finally {
      running.current = false
    }
  }

  const tell = (done: UndoStep, way: Way) => {
    const other = way === 'takeBack' ? 'doAgain' : 'takeBack'
    notify.show({
      tone: 'neutral',
      text: t(`done.${way}`, { step: words(done) }),
      action: { label: t(`offer.${other}`), run: () => void carryOut(done, other) },
    })
  }

  return {
    undo,
    redo,
    takeBack: () => void (undo && carryOut(undo, 'takeBack')),
    doAgain: () => void (redo && carryOut(redo, 'doAgain')),
  }
}
