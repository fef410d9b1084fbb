import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '@shared/features/backups/backups'
import { useApiQuery } from '../../api/client'
import { ErrorState, Page, PageHeader, Skeleton } from '../../ui'
import { AlarmList } from './AlarmList'
import { BackupList } from './BackupList'
import { DrillCard } from './DrillCard'
import { ElsewhereCard } from './ElsewhereCard'
import { QuarantineCard } from './QuarantineCard'
import { RestoreDialog } from './RestoreDialog'
import { useRestore } from './use-restore'
import './backups.css'

/** The backups of the park: which there are, copies elsewhere, whether they work, and the way back to one. */
export function BackupsPage() {
  const { t } = useTranslation('backups')
  const status = useApiQuery('backups', 'status', {})
  return (
    <Page>
      <PageHeader title={t('title')} />
      {status.isPending && <Skeleton lines={8} />}
      {status.isError && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
      {status.data !== undefined && <Content status={status.data} />}
    </Page>
  )
}

function Content({ status }: { readonly status: BackupStatus }) {
  const restore = useRestore()
  return (
    <>
      <AlarmList alarms={status.alarms} lastVerifiedAt={status.lastVerifiedAt} />
      <div className="backups">
        <div className="backups-column">
          <BackupList status={status} onRestore={restore.open} />
        </div>
        <div className="backups-column">
          <ElsewhereCard status={status} />
          <DrillCard status={status} />
          <QuarantineCard quarantine={status.quarantine} onRestore={restore.open} />
        </div>
      </div>
      {restore.source !== null && <RestoreDialog source={restore.source} restore={restore} />}
    </>
  )
}
