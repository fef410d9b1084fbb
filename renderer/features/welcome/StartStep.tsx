import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { FileInput, Sprout, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { useJob } from '../../api/jobs'
import { ProgressLine, useNotify } from '../../ui'

/** The park exists: bring one's own workbooks, look at a sample, or begin with nothing. */
export function StartStep() {
  const { t } = useTranslation(['storage', 'accounts'])
  const navigate = useNavigate()
  const notify = useNotify()
  const job = useJob()
  const trySample = async () => {
    await job.run((jobId) => api.storage.addSample({ jobId }))
    await navigate({ to: '/overview' })
  }
  if (job.running) {
    return (
      <div className="welcome-form">
        <h1>{t('sampleMaking')}</h1>
        <ProgressLine progress={job.progress} onCancel={() => void job.cancel().catch(notify.failed)} />
      </div>
    )
  }
  return (
    <div className="welcome-form">
      <h1>{t('startTitle')}</h1>
      <p className="ui-words">{t('startText')}</p>
      <p className="ui-words">{t('accounts:welcome.noAccounts')}</p>
      <div className="welcome-ways">
        <Way
          icon={FileInput}
          title={t('startImport')}
          text={t('startImportText')}
          onChoose={() => void navigate({ to: '/import' })}
        />
        <Way
          icon={Sprout}
          title={t('startSample')}
          text={t('startSampleText')}
          onChoose={() => void trySample().catch(notify.failed)}
        />
      </div>
      <div className="ui-actions-end">
        <Button type="link" onClick={() => void navigate({ to: '/overview' })}>
          {t('startEmpty')}
        </Button>
      </div>
    </div>
  )
}

type WayProps = {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly onChoose: () => void
}

function Way({ icon: Icon, title, text, onChoose }: WayProps) {
  return (
    <button type="button" className="welcome-card welcome-way" onClick={onChoose}>
      <Icon size={20} strokeWidth={1.5} aria-hidden />
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  )
}
