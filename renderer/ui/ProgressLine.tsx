import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JobProgress } from '@shared/kernel/job'
import { useFormat } from '../i18n/format'
import './states.css'

type Props = {
  /** The latest report; null while nothing was reported yet. */
  readonly progress: JobProgress | null
  readonly onCancel?: () => void
}

/** How far a long job is, in words and as a bar, and the button that stops it. */
export function ProgressLine({ progress, onCancel }: Props) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const total = progress?.total ?? null
  const done = progress?.done ?? 0
  const label = progress === null ? t('phase.starting') : t(`phase.${progress.phase}`)
  const numbers =
    total === null
      ? format.integer(done)
      : t('doneOf', { done: format.integer(done), total: format.integer(total) })
  return (
    <div className="ui-progress">
      <output className="ui-progress-words">
        <span>{label}</span>
        {progress !== null && done > 0 && <span className="numeric">{numbers}</span>}
      </output>
      <progress aria-label={label} {...(total !== null && total > 0 ? { value: done, max: total } : {})} />
      {onCancel !== undefined && <Button onClick={onCancel}>{t('cancel')}</Button>}
    </div>
  )
}
