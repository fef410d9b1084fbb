import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../ui'

/** Who vouches for what happens to data that cannot say itself who may. */
export type Authority = {
  readonly name: string
  readonly password: string
  readonly recoveryKey: string
}

export const noAuthority: Authority = { name: '', password: '', recoveryKey: '' }

type Props = {
  readonly value: Authority
  readonly onChange: (value: Authority) => void
  /** The key opens an encrypted backup of another machine; nobody's password does. */
  readonly keyOnly: boolean
}

/** An administrator's name and password, or the recovery key from its paper. */
export function AuthorityFields({ value, onChange, keyOnly }: Props) {
  const { t } = useTranslation('storage')
  const id = useId()
  return (
    <div className="trouble-fields">
      <p className="ui-words">{t(keyOnly ? 'rescue.keyNeeded' : 'rescue.whoMay')}</p>
      {!keyOnly && (
        <>
          <div className="password-field">
            <label htmlFor={`${id}-name`}>{t('rescue.name')}</label>
            <Input
              id={`${id}-name`}
              value={value.name}
              maxLength={200}
              autoComplete="username"
              spellCheck={false}
              onChange={(event) => onChange({ ...value, name: event.target.value })}
            />
          </div>
          <PasswordField
            label={t('rescue.password')}
            kind="current"
            value={value.password}
            onChange={(password) => onChange({ ...value, password })}
          />
        </>
      )}
      <div className="password-field">
        <label htmlFor={`${id}-key`}>{t(keyOnly ? 'rescue.key' : 'rescue.orKey')}</label>
        <Input
          id={`${id}-key`}
          className="key-input"
          value={value.recoveryKey}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...value, recoveryKey: event.target.value })}
        />
      </div>
    </div>
  )
}

/** What of an authority goes to the data process: only what was filled in. */
export function givenAuthority({ name, password, recoveryKey }: Authority) {
  if (recoveryKey.trim() !== '') return { recoveryKey }
  return name.trim() === '' ? {} : { name: name.trim(), password }
}
