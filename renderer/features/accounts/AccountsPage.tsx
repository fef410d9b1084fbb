import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/session'
import { Page, PageHeader } from '../../ui'
import { AccountList } from './AccountList'
import { ProtectionCard } from './ProtectionCard'
import { RolesCard } from './RolesCard'
import { SwitchOn } from './SwitchOn'
import './accounts.css'

/** Who may work here and what they may do; in a park without accounts, how it gets them. */
export function AccountsPage() {
  const { t } = useTranslation('accounts')
  const isOn = useMe()?.state === 'signedIn'
  return (
    <Page>
      <PageHeader title={t('title')} />
      {isOn ? (
        <div className="accounts">
          <AccountList />
          <RolesCard />
          <ProtectionCard />
        </div>
      ) : (
        <SwitchOn />
      )}
    </Page>
  )
}
