import { useTranslation } from 'react-i18next'
import './states.css'

type Props = {
  /** How many lines are expected. */
  readonly lines?: number
}

/** Holds the place of content that is on its way. */
export function Skeleton({ lines = 4 }: Props) {
  const { t } = useTranslation('common')
  return (
    <output className="ui-skeleton" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="ui-skeleton-line" />
      ))}
    </output>
  )
}
