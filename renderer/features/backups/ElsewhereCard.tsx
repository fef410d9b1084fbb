import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '@shared/features/backups/backups'
import { api } from '../../api/client'
import { useJob } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Card, ProgressLine, useNotify, useNow } from '../../ui'

/** Copies on another device: by hand, and a folder that the daily backups go to as well. */
export function ElsewhereCard({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { lastElsewhereAt, elsewhereFolder } = status
  return (
    <Card title={t('elsewhere')}>
      <div className="ui-card-body">
        <p className="ui-words">{t('elsewhereText')}</p>
        <dl className="ui-facts">
          <div>
            <dt>{t('elsewhereLast')}</dt>
            <dd>{lastElsewhereAt === null ? t('elsewhereNever') : format.instant(lastElsewhereAt)}</dd>
          </div>
          <div>
            <dt>{t('elsewhereFolder')}</dt>
            <dd>{elsewhereFolder ?? t('elsewhereNone')}</dd>
          </div>
        </dl>
        <Actions chosen={elsewhereFolder !== null} />
      </div>
    </Card>
  )
}

function Actions({ chosen }: { readonly chosen: boolean }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const notify = useNotify()
  const now = useNow()
  const job = useJob()
  const save = async () => {
    const suggestedName = `parkdesk-${format.dayOf(now)}.parkdesk`
    const file = await api.shell.chooseFile({ purpose: 'backup', title: t('saveTo'), suggestedName })
    if (file === null) return
    const made = await job.run((jobId) => api.backups.saveTo({ jobId, file: file.token }))
    const words = { file: made.fileName, size: format.bytes(made.bytes) }
    const show = () => void api.shell.showInFolder({ token: file.token }).catch(notify.failed)
    notify.show({
      tone: made.elsewhere ? 'good' : 'neutral',
      text: t(made.elsewhere ? 'saved' : 'savedHere', words),
      action: { label: t('showInFolder'), run: show },
    })
  }
  const choose = async () => {
    const folder = await api.shell.chooseFolder({ title: t('choose') })
    if (folder !== null) await api.backups.setElsewhere({ folder: folder.token })
  }
  const forget = async () => void (await api.backups.setElsewhere({ folder: null }))
  const attempt = (work: () => Promise<void>) => () => void work().catch(notify.failed)
  return (
    <>
      <div className="ui-actions">
        <Button disabled={job.running} onClick={attempt(save)}>
          {t('saveTo')}
        </Button>
        <Button disabled={job.running} onClick={attempt(choose)}>
          {t('choose')}
        </Button>
        {chosen && (
          <Button disabled={job.running} onClick={attempt(forget)}>
            {t('forget')}
          </Button>
        )}
      </div>
      {job.running && <ProgressLine progress={job.progress} onCancel={attempt(job.cancel)} />}
    </>
  )
}
