import { Button } from 'antd'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, RestorePreview } from '@shared/features/backups/backups'
import { api, useApiQuery } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { ErrorState, ProgressLine, Skeleton, useNotify } from '../../ui'
import { AuthorityFields, givenAuthority } from './AuthorityFields'
import { useAuthority } from './use-authority'

type Source = { readonly id: string } | { readonly file: string }
type Chosen = { readonly source: Source; readonly label: string }

const shownAtFirst = 4

/** The backups of the folder, newest first, and the way back to one of them. */
export function RescueCard() {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const notify = useNotify()
  const backups = useApiQuery('backups', 'rescueList', {})
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const chooseFile = async () => {
    const file = await api.shell.chooseFile({ purpose: 'restore', title: t('rescue.file') })
    if (file !== null) setChosen({ source: { file: file.token }, label: file.name })
  }
  return (
    <section className="trouble-way">
      <h2>{t('rescue.title')}</h2>
      {backups.isPending && <Skeleton lines={2} />}
      {backups.isError && <ErrorState error={backups.error} onRetry={() => void backups.refetch()} />}
      {backups.data !== undefined && (
        <BackupList
          backups={backups.data}
          onChoose={({ id, createdAt }) => setChosen({ source: { id }, label: format.instant(createdAt) })}
        />
      )}
      <div className="ui-actions">
        <Button onClick={() => void chooseFile().catch(notify.failed)}>{t('rescue.file')}</Button>
      </div>
      {chosen !== null && <Rescue key={JSON.stringify(chosen.source)} chosen={chosen} />}
    </section>
  )
}

type ListProps = { readonly backups: readonly Backup[]; readonly onChoose: (backup: Backup) => void }

function BackupList({ backups, onChoose }: ListProps) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const [all, setAll] = useState(false)
  if (backups.length === 0) return <p className="ui-words">{t('rescue.none')}</p>
  return (
    <>
      <p className="ui-words">{t('rescue.text')}</p>
      <ul className="trouble-backups">
        {backups.slice(0, all ? backups.length : shownAtFirst).map((backup) => (
          <li key={backup.id}>
            <span className="numeric">{format.instant(backup.createdAt)}</span>
            <span className="ui-quiet">
              {t('rescue.rows', { count: backup.rows ?? 0, size: format.bytes(backup.bytes) })}
            </span>
            {backup.encrypted && <Lock size={14} strokeWidth={1.6} aria-label={t('rescue.encrypted')} />}
            <Button size="small" onClick={() => onChoose(backup)}>
              {t('rescue.look')}
            </Button>
          </li>
        ))}
      </ul>
      {!all && backups.length > shownAtFirst && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('rescue.all', { count: backups.length })}
        </Button>
      )}
    </>
  )
}

/** Looks into a backup, asks for somebody's word where it must, and goes back to it. */
function Rescue({ chosen }: { readonly chosen: Chosen }) {
  const { t } = useTranslation('storage')
  const job = useJob()
  const notify = useNotify()
  const { authority, setAuthority, asked, problem, attempt } = useAuthority()
  const [preview, setPreview] = useState<RestorePreview | null>(null)
  const input = { source: chosen.source, authority: givenAuthority(authority) }
  const look = () =>
    attempt(async () => setPreview(await job.run((jobId) => api.backups.rescuePreview({ jobId, ...input }))))
  const restore = () =>
    attempt(async () => {
      await job.run((jobId) => api.backups.rescue({ jobId, ...input }))
      notify.show({ tone: 'good', text: t('restored', { file: chosen.label }) })
    })
  return (
    <div className="trouble-chosen">
      <h3>{t('rescue.chosen', { name: chosen.label })}</h3>
      {preview !== null && <PreviewWords preview={preview} />}
      {asked !== 'none' && preview === null && (
        <AuthorityFields value={authority} onChange={setAuthority} keyOnly={asked === 'key'} />
      )}
      {problem !== null && (
        <p role="alert" className="ui-result ui-result-danger">
          {problem}
        </p>
      )}
      {job.running && <ProgressLine progress={job.progress} />}
      <div className="ui-actions">
        {preview === null ? (
          <Button disabled={job.running} onClick={() => void look()}>
            {t('rescue.check')}
          </Button>
        ) : (
          <Button type="primary" disabled={job.running} onClick={() => void restore()}>
            {t('rescue.restore')}
          </Button>
        )}
      </div>
    </div>
  )
}

function PreviewWords({ preview }: { readonly preview: RestorePreview }) {
  const { t } = useTranslation('storage')
  const format = useFormat()
  const { manifest, entriesLost } = preview
  const facts = {
    park: manifest.parkName,
    at: format.instant(manifest.createdAt),
    tenants: format.integer(manifest.counts['tenants'] ?? 0),
    requests: format.integer(manifest.counts['requests'] ?? 0),
    incidents: format.integer(manifest.counts['incidents'] ?? 0),
  }
  return (
    <>
      <p>{t('rescue.holds', facts)}</p>
      <p className="ui-words">
        {entriesLost === null ? t('rescue.lossUnknown', facts) : t('rescue.loss', { count: entriesLost })}
      </p>
      <p className="ui-words">{t('rescue.aside')}</p>
    </>
  )
}
