import { useIsMutating } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { useNow } from '../../ui'

/** What is saved, the last backup, the workstation, and that no network is needed. */
export function StatusLine() {
  const { t } = useTranslation('shell')
  const saving = useIsMutating() > 0
  const status = useApiQuery('storage', 'status', {}).data
  const drafts = useApiQuery('drafts', 'list', {}).data?.length ?? 0
  const Icon = saving ? LoaderCircle : CircleCheck
  return (
    <footer className="status no-print" aria-label={t('statusLine')}>
      <span className="status-saved" role="status">
        <Icon size={14} strokeWidth={1.6} aria-hidden className={saving ? undefined : 'status-good'} />
        {saving ? t('saving') : t('saved')}
      </span>
      {drafts > 0 && <span className="status-attention">{t('drafts', { count: drafts })}</span>}
      {status !== undefined && <BackupWords at={status.lastBackupAt} />}
      {status !== undefined && <span>{t('workstation', { name: status.workstation })}</span>}
      <span>{t('offline')}</span>
      {status?.sample != null && (
        <Link to="/settings" className="status-end">
          {t('sample')}
        </Link>
      )}
    </footer>
  )
}

function BackupWords({ at }: { readonly at: number | null }) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const now = useNow()
  if (at === null) {
    return (
      <Link to="/settings" className="status-attention">
        {t('backupNever')}
      </Link>
    )
  }
  const isToday = format.dayOf(at) === format.dayOf(now)
  const words = isToday ? t('today', { time: format.time(at) }) : format.instant(at)
  return <Link to="/settings">{t('backupAt', { at: words })}</Link>
}
