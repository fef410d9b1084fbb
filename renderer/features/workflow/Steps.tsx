import { useTranslation } from 'react-i18next'
import type { RequestType } from '@shared/features/requests/request'
import { stageOf, stagesOf } from '@shared/features/workflow/flows'
import { codeLabel } from '@shared/kernel/code-lists'
import type { FieldValue } from '@shared/kernel/field'
import { useLanguage } from '../../i18n/language'
import './workflow.css'

type Props = {
  readonly type: FieldValue | undefined
  readonly status: FieldValue | undefined
  readonly stage: FieldValue | undefined
}

/** The stages of a request: done, now, to come. Nothing for a cancelled one. */
export function Steps({ type, status, stage }: Props) {
  const { t } = useTranslation('workflow')
  const { language } = useLanguage()
  if (status === 'cancelled') return null
  // The register's own list of types keeps any other out.
  const kind = type as RequestType
  const current = stageOf({
    type: kind,
    status: String(status),
    stage: typeof stage === 'string' ? stage : null,
  })
  const stages = stagesOf(kind)
  const place = stages.indexOf(current)
  const isLast = place === stages.length - 1
  const stateOf = (index: number) => (index < place || isLast ? 'done' : index === place ? 'now' : 'later')
  const label = (each: string) => codeLabel('requestStage', each, language)
  return (
    <div className="workflow-way">
      <ol className="workflow-steps">
        {stages.map((each, index) => (
          <li
            key={each}
            className={`workflow-step-${stateOf(index)}`}
            aria-current={index === place ? 'step' : undefined}
            title={label(each)}
          >
            <span>{label(each)}</span>
          </li>
        ))}
      </ol>
      <p className="workflow-now">
        {t('now', { stage: label(current), step: place + 1, steps: stages.length })}
      </p>
    </div>
  )
}
