import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorageStatus, Verification } from '@shared/features/storage/storage'
import { api, useApiQuery } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Card, ErrorState, FactList, ProgressLine, Skeleton, useNotify } from '../../ui'
import { DataHealth } from './DataHealth'
import { VerificationResult } from './VerificationResult'

/** Where the data is, how it stands, and the way to its backups. */
export function DataCard() {
  const { t } = useTranslation('storage')
  const status = useApiQuery('storage', 'status', {})
  return (
    <Card title={t('data')}>
      <div className="ui-card-body">
        {status.isPending && <Skeleton lines={4} />}
        {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
        {status.data !== undefined && (
          <>
            <DataFacts status={status.data} />
            <DataHealth status={status.data} />
          </>
        )}
        <DataActions />
      </div>
    </Card>
  )
}

function DataFacts({ status }: { readonly status: StorageStatus }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const facts = [
    [t('folder'), status.folder],
    [t('size'), format.bytes(status.bytes)],
    [t('workstation'), status.workstation],
  ] as const
  return <FactList facts={facts} />
}

function DataActions() {
  const { t } = useTranslation(['storage', 'backups'])
  const navigate = useNavigate()
  const job = useJob()
  const notify = useNotify()
  const [verification, setVerification] = useState<Verification | null>(null)
  const verify = async () => {
    setVerification(null)
    setVerification(await job.run((jobId) => api.storage.verify({ jobId })))
  }
  return (
    <>
      <div className="ui-actions">
        <Button type="primary" disabled={job.running} onClick={() => void navigate({ to: '/backups' })}>
          {t('backups:open')}
        </Button>
        <Button disabled={job.running} onClick={() => void verify().catch(notify.failed)}>
          {t('verify')}
        </Button>
      </div>
      {job.running && (
        <ProgressLine progress={job.progress} onCancel={() => void job.cancel().catch(notify.failed)} />
      )}
      {verification !== null && <VerificationResult verification={verification} />}
    </>
  )
}
