import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorCodes, type ErrorCode } from '@shared/contract/error-codes'
import type { BackupStatus, DrillResult } from '@shared/features/backups/backups'
import { api } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { errorWords } from '../../i18n/errors'
import { Card, ProgressLine, useNotify } from '../../ui'
import '../../ui/states.css'

/** Tries a restore on a scratch copy, and says how it went the last time. */
export function DrillCard({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backups')
  const notify = useNotify()
  const job = useJob()
  const drill = async () => void (await job.run((jobId) => api.backups.drill({ jobId })))
  const attempt = (work: () => Promise<void>) => () => void work().catch(notify.failed)
  return (
    <Card title={t('drill')}>
      <div className="ui-card-body">
        <p className="ui-words">{t('drillText')}</p>
        <LastDrill result={status.lastDrill} />
        <div className="ui-actions">
          <Button disabled={job.running || status.backups.length === 0} onClick={attempt(drill)}>
            {t('drillStart')}
          </Button>
        </div>
        {job.running && <ProgressLine progress={job.progress} onCancel={attempt(job.cancel)} />}
      </div>
    </Card>
  )
}

const codeOf = (detail: string): ErrorCode => errorCodes.find((code) => code === detail) ?? 'internal'

function LastDrill({ result }: { readonly result: DrillResult | null }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  if (result === null) return <p className="ui-quiet">{t('drillNever')}</p>
  const at = format.instant(result.at)
  if (result.ok) return <output className="ui-result ui-result-good">{t('drillGood', { at })}</output>
  const reason = errorWords({ code: codeOf(result.detail) })
  return (
    <p className="ui-result ui-result-danger" role="alert">
      {t('drillBad', { at, reason })}
    </p>
  )
}
