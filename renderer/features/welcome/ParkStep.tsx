import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { useNotify } from '../../ui'
import { emptyParkDraft, ParkForm } from '../settings'

type Props = { readonly onBack: () => void; readonly onNext: () => void }

/** Names, country, time zone and currency of the new park; makes its database. */
export function ParkStep({ onBack, onNext }: Props) {
  const { t } = useTranslation(['storage', 'common'])
  const notify = useNotify()
  return (
    <div className="welcome-form">
      <h1>{t('parkTitle')}</h1>
      <p className="ui-words">{t('parkText')}</p>
      <ParkForm
        start={emptyParkDraft()}
        submitLabel={t('parkCreate')}
        extra={<Button onClick={onBack}>{t('common:back')}</Button>}
        onSubmit={async (park) => {
          try {
            await api.storage.createPark(park)
            onNext()
          } catch (error) {
            notify.failed(error)
          }
        }}
      />
    </div>
  )
}
