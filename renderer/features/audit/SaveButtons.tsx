import { Button } from 'antd'
import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AuditFilter } from '@shared/features/audit/audit.contract'
import { api, failureOf } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { useNotify } from '../../ui'
import { sent } from './EntryList'

/** Writes the entries in sight to a file. */
export function SaveButtons({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useTranslation('audit')
  const { language } = useFormat()
  const notify = useNotify()
  const job = useJob()
  const save = async (format: 'csv' | 'xlsx') => {
    try {
      const file = await api.shell.chooseFile({
        purpose: 'export',
        title: t(`save.${format}`),
        suggestedName: `log.${format}`,
      })
      if (file === null) return
      const saved = await job.run((jobId) =>
        api.audit.save({ jobId, filter: sent(filter), format, language, file: file.token }),
      )
      notify.show({
        tone: 'good',
        text: t('save.done', { count: saved.rows, file: saved.fileName }),
        action: {
          label: t('save.show'),
          run: () => void api.shell.showInFolder({ token: file.token }).catch(notify.failed),
        },
      })
    } catch (error) {
      if (failureOf(error).code !== 'cancelled') notify.failed(error)
    }
  }
  const button = (format: 'csv' | 'xlsx') => (
    <Button
      icon={<FileDown size={16} strokeWidth={1.6} aria-hidden />}
      disabled={job.running}
      onClick={() => void save(format)}
    >
      {t(`save.${format}`)}
    </Button>
  )
  return (
    <>
      {button('xlsx')}
      {button('csv')}
    </>
  )
}
