import { Button } from 'antd'
import { FileSpreadsheet } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { useNotify } from '../../ui'
import { useLatest } from '../../ui/use-latest'
import type { FileChoice } from './use-import'

/** Takes a workbook, chosen in a dialog or dropped anywhere on the window. */
export function FileDrop({ onFile }: { readonly onFile: (file: FileChoice) => void }) {
  const { t } = useTranslation('imports')
  const notify = useNotify()
  const take = async (chosen: Promise<FileChoice | null>) => {
    try {
      const file = await chosen
      if (file !== null) onFile(file)
    } catch (error) {
      notify.failed(error)
    }
  }
  const isOver = useDroppedFile((file) => void take(window.parkdesk.droppedFile(file)))
  return (
    <section
      className={isOver ? 'import-drop import-drop-over' : 'import-drop'}
      aria-label={t('screen.choose')}
    >
      <FileSpreadsheet size={32} strokeWidth={1.4} aria-hidden />
      <p className="import-drop-title">{t('screen.drop')}</p>
      <p className="import-drop-text">{t('screen.dropText')}</p>
      <Button
        type="primary"
        onClick={() => void take(api.shell.chooseFile({ purpose: 'import', title: t('screen.choose') }))}
      >
        {t('screen.choose')}
      </Button>
    </section>
  )
}

/** Calls back with a file that is dropped; answers whether one is held over the window. */
function useDroppedFile(onDrop: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useLatest(onDrop)
  useEffect(() => {
    const over = (event: DragEvent) => {
      // Text dragged from one field to another is no business of this screen.
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    const left = (event: DragEvent) => {
      // The event comes for every element that is left; without a next one it is the window.
      if (event.relatedTarget === null) setIsOver(false)
    }
    const dropped = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) latest.current(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', dropped)
    }
  }, [latest])
  return isOver
}
