import { Button, Checkbox } from 'antd'
import { Save } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFormats, type ReportFormat } from '@shared/features/reports/reports.contract'
import { languages, type Language } from '@shared/kernel/language'
import { api, failureOf } from '../../api/client'
import { useJob } from '../../api/jobs'
import { Dialog, ProgressLine, useNotify } from '../../ui'
import type { ReportChoice } from './use-report-choice'

type Written = { readonly folder: string; readonly files: readonly string[] }

/** Writes the report into a folder, a file for each format and language. */
export function SaveReport({ choice }: { readonly choice: ReportChoice }) {
  const { t } = useTranslation('reports')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        type="primary"
        icon={<Save size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('screen.saveAs')}
      </Button>
      {open && <SaveDialog choice={choice} onClose={() => setOpen(false)} />}
    </>
  )
}

function SaveDialog({ choice, onClose }: { readonly choice: ReportChoice; readonly onClose: () => void }) {
  const { t } = useTranslation('reports')
  const [formats, setFormats] = useState<readonly ReportFormat[]>(['pdf', 'xlsx'])
  const [chosen, setChosen] = useState<readonly Language[]>([choice.language])
  const { job, written, write } = useSave(choice)
  const close = () => {
    if (job.running) void job.cancel()
    onClose()
  }
  return (
    <Dialog
      title={t('screen.saveTitle')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{written === null ? t('screen.cancel') : t('screen.close')}</Button>
          <Button
            type="primary"
            loading={job.running}
            disabled={formats.length === 0 || chosen.length === 0}
            onClick={() => void write(formats, chosen)}
          >
            {t('screen.chooseFolder')}
          </Button>
        </>
      }
    >
      <div className="report-save">
        <fieldset>
          <legend>{t('screen.formats')}</legend>
          <Checkbox.Group
            value={[...formats]}
            onChange={setFormats}
            options={reportFormats.map((value) => ({ value, label: t(`screen.format.${value}`) }))}
          />
        </fieldset>
        <fieldset>
          <legend>{t('screen.languages')}</legend>
          <Checkbox.Group
            value={[...chosen]}
            onChange={setChosen}
            options={languages.map((value) => ({ value, label: t(`screen.language.${value}`) }))}
          />
        </fieldset>
        {job.running && <ProgressLine progress={job.progress} />}
        {written !== null && <WrittenFiles written={written} />}
      </div>
    </Dialog>
  )
}

function WrittenFiles({ written }: { readonly written: Written }) {
  const { t } = useTranslation('reports')
  const notify = useNotify()
  return (
    <output className="report-written">
      <p>{t('screen.written', { count: written.files.length })}</p>
      <ul>
        {written.files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() => void api.shell.showInFolder({ token: written.folder }).catch(notify.failed)}
      >
        {t('screen.showFolder')}
      </Button>
    </output>
  )
}

function useSave({ kind, period }: ReportChoice) {
  const { t } = useTranslation('reports')
  const notify = useNotify()
  const job = useJob()
  const [written, setWritten] = useState<Written | null>(null)
  const write = async (formats: readonly ReportFormat[], chosen: readonly Language[]) => {
    try {
      const folder = await api.shell.chooseFolder({ title: t('screen.saveTitle') })
      if (folder === null) return
      setWritten(null)
      const { files } = await job.run((jobId) =>
        api.reports.save({
          jobId,
          kind,
          period,
          languages: [...chosen],
          formats: [...formats],
          folder: folder.token,
        }),
      )
      setWritten({ folder: folder.token, files })
    } catch (error) {
      if (failureOf(error).code !== 'cancelled') notify.failed(error)
    }
  }
  return { job, written, write }
}
