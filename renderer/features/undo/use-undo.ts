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
  readonly carryOut: (way: Way) => void
}

/** What can be taken back and done again, and how to; each is told in a notice that offers the other way. */
export function useUndo(): Undoing {
  const { t } = useTranslation('undo')
  const notify = useNotify()
  const words = useStepWords()
  const { undo = null, redo = null } = useApiQuery('undo', 'state', {}).data ?? {}
  // One after the other, however fast the keys are pressed.
  const waiting = useRef<Promise<void>>(Promise.resolve())

  const carryOut = async (find: () => Promise<UndoStep | null>, way: Way) => {
    try {
      const step = await find()
      if (step !== null) tell(await api.undo[way]({ id: step.id }), way)
    } catch (error) {
      notify.failed(error)
    }
  }
  const enqueue = (find: () => Promise<UndoStep | null>, way: Way) => {
    waiting.current = waiting.current.then(() => carryOut(find, way))
  }
  const tell = (done: UndoStep, way: Way) => {
    const other = way === 'takeBack' ? 'doAgain' : 'takeBack'
    notify.show({
      tone: 'neutral',
      text: t(`done.${way}`, { step: words(done) }),
      action: { label: t(`offer.${other}`), run: () => enqueue(() => Promise.resolve(done), other) },
    })
  }
  return { undo, redo, carryOut: (way) => enqueue(() => nextStep(way), way) }
}

/** The next step now: what the buttons name may be about to change. */
async function nextStep(way: Way): Promise<UndoStep | null> {
  const { undo, redo } = await api.undo.state({})
  return way === 'takeBack' ? undo : redo
}
