import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent, useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { BackupWords } from './BackupWords'

/** What is saved, the last backup, the workstation, and that no network is needed. */
export function StatusLine() {
  const { t } = useTranslation('shell')
  const status = useApiQuery('storage', 'status', {}).data
  return (
    <footer className="status no-print" aria-label={t('statusLine')}>
      <SavedWords />
      <DraftWords />
      <BackupWords />
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

/** Every change is on the disk before its event comes, so the time of the event is when it was saved. */
function SavedWords() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const [savedAt, setSavedAt] = useState<number | null>(null)
  useEffect(() => onEvent('changed', () => setSavedAt(Date.now())), [])
  return (
    <output className="status-saved">
      <CircleCheck size={14} strokeWidth={1.6} aria-hidden className="status-good" />
      {savedAt === null ? t('saved') : t('savedAt', { time: format.time(savedAt) })}
    </output>
  )
}

function DraftWords() {
  const { t } = useTranslation('shell')
  const drafts = useApiQuery('drafts', 'list', {}).data ?? []
  const newest = drafts[0]
  if (newest === undefined) return null
  return (
    <Link to={`/${newest.register}`} className="status-attention">
      {t('drafts', { count: drafts.length })}
    </Link>
  )
}
