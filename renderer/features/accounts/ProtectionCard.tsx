import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lockMinutes } from '@shared/features/accounts/accounts'
import { api, useApiQuery } from '../../api/client'
import { useMe } from '../../api/session'
import { Card, useNotify } from '../../ui'
import { CheckKeyDialog, RenewKeyDialog, SwitchOffDialog } from './KeyDialogs'

const choices = [1, 2, 5, 10, 15, 20, 30, 60].filter(
  (minutes) => minutes >= lockMinutes.least && minutes <= lockMinutes.most,
)

/** When windows lock, the recovery key, and the way back to a park without accounts. */
export function ProtectionCard() {
  const { t } = useTranslation('accounts')
  return (
    <div className="accounts-columns">
      <Card title={t('lock.title')}>
        <div className="ui-card-body">
          <LockTime />
        </div>
      </Card>
      <Card title={t('key.title')}>
        <div className="ui-card-body">
          <KeyPart />
        </div>
      </Card>
    </div>
  )
}

function LockTime() {
  const { t } = useTranslation('accounts')
  const id = useId()
  const notify = useNotify()
  const minutes = useApiQuery('accounts', 'lockAfter', {})
  const save = async (next: number) => {
    await api.accounts.saveLockAfter({ minutes: next })
    await minutes.refetch()
    notify.show({ tone: 'good', text: t('lock.saved') })
  }
  const chosen = minutes.data ?? lockMinutes.usual
  const offered = choices.includes(chosen) ? choices : [...choices, chosen].sort((one, two) => one - two)
  return (
    <>
      <div className="password-field lock-time">
        <label htmlFor={id}>{t('lock.after')}</label>
        <Select
          id={id}
          value={chosen}
          options={offered.map((value) => ({ value, label: t('lock.minutes', { count: value }) }))}
          onChange={(next) => void save(next).catch(notify.failed)}
        />
      </div>
      <p className="ui-quiet">{t('lock.text')}</p>
    </>
  )
}

function KeyPart() {
  const { t } = useTranslation('accounts')
  const due = useMe()?.recoveryKeyDue === true
  const [open, setOpen] = useState<'check' | 'renew' | 'off' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p>{t('key.whatFor')}</p>
      {due && <p className="password-capitals">{t('key.due')}</p>}
      <div className="ui-actions">
        <Button type={due ? 'primary' : 'default'} onClick={() => setOpen('check')}>
          {t('key.check')}
        </Button>
        <Button onClick={() => setOpen('renew')}>{t('key.renew')}</Button>
        <Button danger onClick={() => setOpen('off')}>
          {t('off.open')}
        </Button>
      </div>
      {open === 'check' && <CheckKeyDialog onClose={close} />}
      {open === 'renew' && <RenewKeyDialog onClose={close} />}
      {open === 'off' && <SwitchOffDialog onClose={close} />}
    </>
  )
}
