import { useTranslation } from 'react-i18next'
import { api, useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { Card, ErrorState, Page, PageHeader, Skeleton, useNotify } from '../../ui'
import { AccountsCard } from '../accounts'
import { TemplatesCard } from '../checklists'
import { WorkingTimeCard } from '../clocks'
import { CodesCard } from '../codes'
import { DataCard, SampleCard } from '../storage'
import { AppearanceCard } from './AppearanceCard'
import { ParkForm } from './ParkForm'
import { draftOf } from './park-values'
import './settings.css'

/** The park, how this workstation shows things, and where the data is. */
export function SettingsPage() {
  const { t } = useTranslation('shell')
  const rights = useRights()
  return (
    <Page>
      <PageHeader title={t('settings')} />
      <div className="settings">
        <div className="settings-column">
          {rights.has('settings.write') && <ParkCard />}
          {rights.has('settings.write') && <TemplatesCard />}
          {rights.has('accounts.manage') && <AccountsCard />}
        </div>
        <div className="settings-column">
          <AppearanceCard />
          {rights.has('settings.write') && rights.has('requests.read') && <WorkingTimeCard />}
          {rights.has('storage.manage') && <DataCard />}
          {rights.has('storage.manage') && <SampleCard />}
          {rights.has('settings.write') && <CodesCard />}
        </div>
      </div>
    </Page>
  )
}

function ParkCard() {
  const { t } = useTranslation(['settings', 'common'])
  const park = useApiQuery('settings', 'park', {})
  const notify = useNotify()
  return (
    <Card title={t('park.title')}>
      {park.isPending && <Skeleton lines={8} />}
      {park.isError && <ErrorState error={park.error} onRetry={() => void park.refetch()} />}
      {park.data !== undefined && (
        <ParkForm
          key={JSON.stringify(park.data)}
          start={draftOf(park.data)}
          submitLabel={t('common:save')}
          onSubmit={async (next) => {
            try {
              await api.settings.savePark(next)
              notify.show({ tone: 'good', text: t('park.saved') })
            } catch (error) {
              notify.failed(error)
            }
          }}
        />
      )}
    </Card>
  )
}
