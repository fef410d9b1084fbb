import { useTranslation } from 'react-i18next'
import './requests.css'

const steps = ['received', 'inProgress', 'closed'] as const

/** Step a status stands for: 0 received, 1 at work, 2 done. */
function stepOf(status: string): number {
  if (status === 'new') return 0
  return status === 'closed' ? 2 : 1
}

/** The steps of the work on a request: done, now, to come. Nothing for a cancelled one. */
export function Steps({ status }: { readonly status: string }) {
  const { t } = useTranslation('requests')
  if (status === 'cancelled') return null
  const current = stepOf(status)
  const stateOf = (index: number) =>
    index < current || status === 'closed' ? 'done' : index === current ? 'now' : 'later'
  return (
    <ol className="request-steps">
      {steps.map((step, index) => (
        <li
          key={step}
          className={`request-step-${stateOf(index)}`}
          aria-current={index === current ? 'step' : undefined}
        >
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
