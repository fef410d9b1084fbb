import { Button } from 'antd'
import { FileSpreadsheet } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { useNotify } from '../../ui'
import type { FileChoice } from './use-import'

/** Takes a workbook, chosen in a dialog or dropped here. */
export function FileDrop({ onFile }: { readonly onFile: (file: FileChoice) => void }) {
  const { t } = useTranslation('imports')
  const notify = useNotify()
  const [over, setOver] = useState(false)
  const take = async (chosen: Promise<FileChoice | null>) => {
    try {
      const file = await chosen
      if (file !== null) onFile(file)
    } catch (error) {
      notify.failed(error)
    }
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) void take(window.parkdesk.droppedFile(file))
  }
  return (
    <section
      className={over ? 'import-drop import-drop-over' : 'import-drop'}
      aria-label={t('screen.choose')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
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
