import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import type { ExportFormat } from '@shared/features/exports/exports.contract'
import { languages, type Language } from '@shared/kernel/language'
import type { RegisterName } from '@shared/kernel/registers'
import { api, failureOf } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Dialog, ProgressLine, useNotify } from '../../ui'
import './exports.css'

/** The usual one first. */
const offered = ['xlsx', 'csv', 'json'] as const satisfies readonly ExportFormat[]

type Props = {
  readonly register: RegisterName
  readonly filter: FilterInput
  readonly total: number | undefined
  readonly onClose: () => void
}

/** Chooses which rows, in which format and language, and writes them. */
export function ExportDialog({ register, filter, total, onClose }: Props) {
  const { t } = useTranslation('exports')
  const { language: own } = useFormat()
  const isFiltered = Object.keys(filter).length > 0
  const [onlyFiltered, setOnlyFiltered] = useState(isFiltered)
  const [fileFormat, setFileFormat] = useState<ExportFormat>('xlsx')
  const [language, setLanguage] = useState(own)
  const { job, write } = useExport(register, onClose)
  const close = () => {
    if (job.running) void job.cancel()
    onClose()
  }
  const start = () => void write(fileFormat, language, onlyFiltered ? filter : undefined)
  return (
    <Dialog
      title={t('screen.title')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('screen.cancel')}</Button>
          <Button type="primary" loading={job.running} onClick={start}>
            {t('screen.choose')}
          </Button>
        </>
      }
    >
      <div className="export-form">
        {isFiltered && <RowsChoice total={total} value={onlyFiltered} onChange={setOnlyFiltered} />}
        <p className="export-label">{t('screen.format')}</p>
        <Radio.Group
          aria-label={t('screen.format')}
          value={fileFormat}
          onChange={(event) => setFileFormat(event.target.value as ExportFormat)}
          options={offered.map((value) => ({ value, label: t(`screen.format.${value}`) }))}
        />
        <p className="export-label">{t('screen.language')}</p>
        <Radio.Group
          aria-label={t('screen.language')}
          value={language}
          onChange={(event) => setLanguage(event.target.value as Language)}
          options={languages.map((value) => ({ value, label: t(`screen.language.${value}`) }))}
        />
        <p className="export-note">{t('screen.note')}</p>
        {job.running && <ProgressLine progress={job.progress} />}
      </div>
    </Dialog>
  )
}

type RowsProps = {
  readonly total: number | undefined
  readonly value: boolean
  readonly onChange: (onlyFiltered: boolean) => void
}

function RowsChoice({ total, value, onChange }: RowsProps) {
  const { t } = useTranslation('exports')
  const format = useFormat()
  const rows = total === undefined ? '…' : format.integer(total)
  return (
    <Radio.Group
      aria-label={t('screen.rows')}
      value={value}
      onChange={(event) => onChange(event.target.value === true)}
      options={[
        { value: true, label: t('screen.filtered', { rows }) },
        { value: false, label: t('screen.everything') },
      ]}
    />
  )
}

function useExport(register: RegisterName, done: () => void) {
  const { t } = useTranslation('exports')
  const notify = useNotify()
  const job = useJob()
  const write = async (format: ExportFormat, language: Language, filter: FilterInput | undefined) => {
    try {
      const file = await api.shell.chooseFile({
        purpose: 'export',
        title: t('screen.title'),
        suggestedName: `${register}.${format}`,
      })
      if (file === null) return
      const written = await job.run((jobId) =>
        api.exports.run({
          jobId,
          register,
          format,
          language,
          file: file.token,
          ...(filter ? { filter } : {}),
        }),
      )
      notify.show({
        tone: 'good',
        text: t('screen.done', { count: written.rows, file: written.fileName }),
        action: {
          label: t('screen.show'),
          run: () => void api.shell.showInFolder({ token: file.token }).catch(notify.failed),
        },
      })
      done()
    } catch (error) {
      if (failureOf(error).code !== 'cancelled') notify.failed(error)
    }
  }
  return { job, write }
}
