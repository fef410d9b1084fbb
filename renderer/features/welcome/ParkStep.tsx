import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, apiKey } from '../../api/client'
import { queryClient } from '../../api/query-client'
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
            const status = await api.storage.createPark(park)
            // At once, not with the next look: whoever goes on must not be sent back to the first steps.
            queryClient.setQueryData(apiKey('storage', 'status', {}), status)
            onNext()
          } catch (error) {
            notify.failed(error)
          }
        }}
      />
    </div>
  )
}
