import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorageStatus, Verification } from '@shared/features/storage/storage'
import { api, useApiQuery } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, ProgressLine, Skeleton, useNotify, useNow } from '../../ui'
import { RestoreDialog } from './RestoreDialog'
import { VerificationResult } from './VerificationResult'

/** Where the data is, and its backups and checks. */
export function DataCard() {
  const { t } = useTranslation('storage')
  const status = useApiQuery('storage', 'status', {})
  return (
    <Card title={t('data')}>
      <div className="ui-card-body">
        {status.isPending && <Skeleton lines={4} />}
        {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
        {status.data !== undefined && <DataFacts status={status.data} />}
        <DataActions />
      </div>
    </Card>
  )
}

function DataFacts({ status }: { readonly status: StorageStatus }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const backup = status.lastBackupAt === null ? t('neverBackedUp') : format.instant(status.lastBackupAt)
  const facts = [
    [t('folder'), status.folder],
    [t('size'), format.bytes(status.bytes)],
    [t('workstation'), status.workstation],
    [t('lastBackup'), backup],
  ] as const
  return (
    <dl className="ui-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function DataActions() {
  const { t } = useTranslation('storage')
  const job = useJob()
  const notify = useNotify()
  const format = useFormat()
  const now = useNow()
  const [verification, setVerification] = useState<Verification | null>(null)
  const [restoring, setRestoring] = useState(false)

  const backUp = async () => {
    const suggestedName = `parkdesk-${format.dayOf(now)}.db`
    const file = await api.shell.chooseFile({ purpose: 'backup', title: t('backup'), suggestedName })
    if (file === null) return
    const made = await job.run((jobId) => api.storage.backup({ jobId, file: file.token }))
    const text = t('backedUp', { file: made.fileName, size: format.bytes(made.bytes) })
    const show = () => void api.shell.showInFolder({ token: file.token }).catch(notify.failed)
    notify.show({ tone: 'good', text, action: { label: t('showInFolder'), run: show } })
  }
  const verify = async () => {
    setVerification(null)
    setVerification(await job.run((jobId) => api.storage.verify({ jobId })))
  }
  const openRestore = () => {
    setVerification(null)
    setRestoring(true)
  }
  const attempt = (work: () => Promise<void>) => () => void work().catch(notify.failed)

  return (
    <>
      <div className="ui-actions">
        <Button type="primary" disabled={job.running} onClick={attempt(backUp)}>
          {t('backup')}
        </Button>
        <Button disabled={job.running} onClick={attempt(verify)}>
          {t('verify')}
        </Button>
        <Button disabled={job.running} onClick={openRestore}>
          {t('restore')}
        </Button>
      </div>
      {job.running && (
        <ProgressLine progress={job.progress} onCancel={() => void job.cancel().catch(notify.failed)} />
      )}
      {verification !== null && <VerificationResult verification={verification} />}
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </>
  )
}
