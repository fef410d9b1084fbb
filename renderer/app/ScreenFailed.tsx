import { Button } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client'
import { wordsOfError } from '../i18n/errors'
import '../ui/states.css'

/** A screen that could not be drawn: what happened, that nothing typed is lost, and the way on. */
export function ScreenFailed({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('shell')
  const isOurs = error instanceof ApiError
  const detail = error instanceof Error ? error.message : String(error)
  return (
    <div className="ui-state" role="alert">
      <TriangleAlert size={28} strokeWidth={1.4} aria-hidden className="ui-state-danger" />
      <p className="ui-state-title">{t('screenFailed')}</p>
      <p className="ui-state-text">{isOurs ? wordsOfError(error) : t('screenFailedText')}</p>
      {!isOurs && <p className="ui-state-text">{t('screenFailedDetail', { detail })}</p>}
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </div>
  )
}
