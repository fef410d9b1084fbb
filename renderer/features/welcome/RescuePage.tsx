import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RescueCard } from '../storage'

/** A park that was lost with its machine comes back here from a backup, in place of a new one. */
export function RescuePage() {
  const { t } = useTranslation(['accounts', 'common'])
  const navigate = useNavigate()
  return (
    <main className="ui-window">
      <div className="ui-panel">
        <h1>{t('welcome.rescueTitle')}</h1>
        <p className="ui-words">{t('welcome.rescueText')}</p>
        <RescueCard />
        <div className="ui-actions-end">
          <Button onClick={() => void navigate({ to: '/welcome' })}>{t('common:back')}</Button>
        </div>
      </div>
    </main>
  )
}
