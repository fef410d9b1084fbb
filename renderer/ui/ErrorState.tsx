import { Button } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { wordsOfError } from '../i18n/errors'
import './states.css'

type Props = {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What went wrong, in words, and the way to try again. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation('common')
  return (
    <div className="ui-state" role="alert">
      <TriangleAlert size={28} strokeWidth={1.4} aria-hidden className="ui-state-danger" />
      <p className="ui-state-title">{t('failed')}</p>
      <p className="ui-state-text">{wordsOfError(error)}</p>
      {onRetry !== undefined && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  )
}
