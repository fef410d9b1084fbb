import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameMaximum, passwordMinimum } from '@shared/features/accounts/accounts'
import { compareKey } from '@shared/kernel/text'
import { PasswordField } from '../../ui'
import { PasswordHints } from './PasswordHints'
import { TextField } from './TextField'

export type Administrator = {
  readonly name: string
  readonly displayName: string
  readonly password: string
}

type Two = readonly [Administrator, Administrator]

type Props = {
  readonly people: Two
  /** What the data process has against one of the two. */
  readonly problem: string | null
  readonly onChange: (people: Two) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** The two administrators every park with accounts begins with. */
export function AdministratorsStep({ people, problem, onChange, onBack, onNext }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const [asked, setAsked] = useState(false)
  const [first, second] = people
  const isSame = first.name.trim() !== '' && compareKey(first.name) === compareKey(second.name)
  const ready = isWhole(first) && isWhole(second) && !isSame
  return (
    <form
      className="key-step"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (ready) onNext()
      }}
    >
      <p>{t('people.text')}</p>
      <div className="accounts-columns">
        <Person
          title={t('people.first')}
          hint={t('people.firstHint')}
          person={first}
          asked={asked}
          onChange={(next) => onChange([next, second])}
        />
        <Person
          title={t('people.second')}
          hint={t('people.secondHint')}
          person={second}
          asked={asked}
          onChange={(next) => onChange([first, next])}
        />
      </div>
      {((asked && isSame) || problem !== null) && (
        <p className="password-error" role="alert">
          {isSame ? t('people.same') : problem}
        </p>
      )}
      <div className="ui-actions-end">
        <Button onClick={onBack}>{t('common:back')}</Button>
        <Button type="primary" htmlType="submit">
          {t('common:next')}
        </Button>
      </div>
    </form>
  )
}

const shortestName = 3

function isWhole({ name, displayName, password }: Administrator): boolean {
  return (
    name.trim().length >= shortestName && displayName.trim() !== '' && [...password].length >= passwordMinimum
  )
}

type PersonProps = {
  readonly title: string
  readonly hint: string
  readonly person: Administrator
  /** Going on was tried: what is missing is said. */
  readonly asked: boolean
  readonly onChange: (person: Administrator) => void
}

function Person({ title, hint, person, asked, onChange }: PersonProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const { name, displayName, password } = person
  return (
    <fieldset className="person">
      <legend>{title}</legend>
      <p className="ui-quiet">{hint}</p>
      <TextField
        label={t('displayName')}
        value={displayName}
        maxLength={120}
        error={asked && displayName.trim() === '' ? t('people.missing') : null}
        onChange={(next) => onChange({ ...person, displayName: next })}
      />
      <TextField
        label={t('name')}
        hint={t('edit.nameHint')}
        value={name}
        maxLength={nameMaximum}
        error={
          asked && name.trim().length < shortestName ? t('people.nameShort', { count: shortestName }) : null
        }
        onChange={(next) => onChange({ ...person, name: next })}
      />
      <PasswordField
        label={t('password')}
        kind="new"
        value={password}
        error={asked && [...password].length < passwordMinimum ? t('people.passwordShort') : null}
        hint={<PasswordHints password={password} names={[name, displayName]} />}
        onChange={(next) => onChange({ ...person, password: next })}
      />
    </fieldset>
  )
}
