import { Button } from 'antd'
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui'
import { useStepWords } from './step-words'
import { undoOfKeys } from './undo-keys'
import { useUndo } from './use-undo'
import './undo.css'

/** Takes back what was done last, by its name, and does it again. */
export function UndoButtons() {
  const { t } = useTranslation('undo')
  const words = useStepWords()
  const { undo, redo, carryOut } = useUndo()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const asked = undoOfKeys(event)
      if (asked === undefined) return
      event.preventDefault()
      carryOut(asked)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
  if (undo === null && redo === null) return null
  const undoWords = undo === null ? t('takeBack.nothing') : t('takeBack.step', { step: words(undo) })
  return (
    <div className="undo">
      <Button
        type="text"
        className="undo-step"
        disabled={undo === null}
        aria-label={undoWords}
        aria-keyshortcuts="Control+Z"
        title={`${undoWords} (Ctrl+Z)`}
        icon={<Undo2 size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => carryOut('takeBack')}
      >
        {undo !== null && <span>{words(undo)}</span>}
      </Button>
      {redo !== null && (
        <IconButton
          icon={Redo2}
          label={`${t('doAgain.step', { step: words(redo) })} (Ctrl+Shift+Z)`}
          onClick={() => carryOut('doAgain')}
        />
      )}
    </div>
  )
}
