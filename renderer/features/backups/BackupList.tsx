import { Button } from 'antd'
import { Archive, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Backup, BackupStatus } from '@shared/features/backups/backups'
import { api } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, ProgressLine, useNotify } from '../../ui'
import type { RestoreSource } from './use-restore'

type Props = { readonly status: BackupStatus; readonly onRestore: (source: RestoreSource) => void }

/** The backups in the park's own folder, newest first. */
export function BackupList({ status, onRestore }: Props) {
  const { t } = useTranslation('backups')
  const { backups, encrypted, folder } = status
  return (
    <Card title={t('list')}>
      <div className="ui-card-body">
        <p className="ui-words">{t(encrypted ? 'encrypted' : 'notEncrypted')}</p>
        <ListActions onRestore={onRestore} />
        {backups.length === 0 ? (
          <EmptyState icon={Archive} title={t('none')} text={t('noneText')} />
        ) : (
          <BackupTable backups={backups} onRestore={onRestore} />
        )}
        <p className="ui-quiet backups-path">{t('kept', { folder })}</p>
      </div>
    </Card>
  )
}

function ListActions({ onRestore }: Pick<Props, 'onRestore'>) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const notify = useNotify()
  const job = useJob()
  const make = async () => {
    const made = await job.run((jobId) => api.backups.make({ jobId }))
    notify.show({ tone: 'good', text: t('made', { size: format.bytes(made.bytes) }) })
  }
  const fromFile = async () => {
    const file = await api.shell.chooseFile({ purpose: 'restore', title: t('fromFile') })
    if (file !== null) onRestore({ kind: 'backup', source: { file: file.token }, label: file.name })
  }
  const attempt = (work: () => Promise<void>) => () => void work().catch(notify.failed)
  return (
    <>
      <div className="ui-actions">
        <Button type="primary" disabled={job.running} onClick={attempt(make)}>
          {t('make')}
        </Button>
        <Button disabled={job.running} onClick={attempt(fromFile)}>
          {t('fromFile')}
        </Button>
      </div>
      {job.running && <ProgressLine progress={job.progress} onCancel={attempt(job.cancel)} />}
    </>
  )
}

type TableProps = { readonly backups: readonly Backup[]; readonly onRestore: Props['onRestore'] }

function BackupTable({ backups, onRestore }: TableProps) {
  const { t } = useTranslation('backups')
  return (
    <table className="backups-table">
      <thead>
        <tr>
          <th scope="col">{t('column.made')}</th>
          <th scope="col">{t('column.reason')}</th>
          <th scope="col" className="backups-number">
            {t('column.rows')}
          </th>
          <th scope="col" className="backups-number">
            {t('column.size')}
          </th>
          <th scope="col">
            <span className="backups-hidden">{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <BackupRow key={backup.id} backup={backup} onRestore={onRestore} />
        ))}
      </tbody>
    </table>
  )
}

function BackupRow({
  backup,
  onRestore,
}: {
  readonly backup: Backup
  readonly onRestore: Props['onRestore']
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const label = format.instant(backup.createdAt)
  return (
    <tr>
      <td className="numeric">
        {label}
        {backup.encrypted && (
          <>
            <Lock size={12} strokeWidth={1.6} aria-hidden className="backups-lock" />
            <span className="backups-hidden">{t('isEncrypted')}</span>
          </>
        )}
      </td>
      <td>{t(`reason.${backup.reason}`)}</td>
      <td className="backups-number">{backup.rows === null ? t('unread') : format.integer(backup.rows)}</td>
      <td className="backups-number">{format.bytes(backup.bytes)}</td>
      <td className="backups-act">
        <Button
          size="small"
          aria-label={t('restoreOf', { at: label })}
          onClick={() => onRestore({ kind: 'backup', source: { id: backup.id }, label })}
        >
          {t('restore')}
        </Button>
      </td>
    </tr>
  )
}
