import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '@shared/features/accounts/accounts'
import { PasswordField } from '../../ui'
import { focusFirst } from '../../ui/focus-first'
import { SignInFrame } from './SignInFrame'
import { expectSomebodyElse, isSomebodyElse } from './somebody-else'
import { TextField } from './TextField'
import { useSignIn } from './use-sign-in'
import { WaitLine } from './WaitLine'

/** Why nobody is signed in any more. */
export type EndReason = 'locked' | 'expired' | 'ended'

type Props = {
  readonly me: Me
  readonly reason: EndReason | null
  readonly onRecover: () => void
  readonly onManual: () => void
}

/** Who is there: name and password, or only the password of whoever locked the window. */
export function SignInPage({ me, reason, onRecover, onManual }: Props) {
  const { t } = useTranslation('accounts')
  const [other, setOther] = useState(isSomebodyElse)
  const lockedName = other ? '' : me.lockedName
  const takeOver = () => {
    expectSomebodyElse(true)
    setOther(true)
  }
  return (
    <SignInFrame title={lockedName === '' ? t('signIn.title') : t('signIn.locked')}>
      {reason !== null && reason !== 'locked' && <p className="ui-words">{t(`signIn.${reason}`)}</p>}
      <SignInForm key={lockedName} lockedName={lockedName} />
      <div className="sign-in-links">
        {lockedName !== '' && (
          <Button type="link" onClick={takeOver}>
            {t('signIn.other')}
          </Button>
        )}
        <Button type="link" onClick={onRecover}>
          {t('signIn.lost')}
        </Button>
        <Button type="link" onClick={onManual}>
          {t('signIn.manual')}
        </Button>
      </div>
    </SignInFrame>
  )
}

function SignInForm({ lockedName }: { readonly lockedName: string }) {
  const { t } = useTranslation('accounts')
  const [name, setName] = useState(lockedName)
  const [password, setPassword] = useState('')
  const { submit, busy, failure, seconds, forget } = useSignIn()
  const form = useRef<HTMLFormElement>(null)
  const known = lockedName !== ''
  const passwordProps = { label: t('password'), kind: 'current' } as const
  const isWhole = name.trim() !== '' && password !== ''
  useEffect(() => focusFirst(form.current), [])
  const attempt = async () => {
    if (await submit(name.trim(), password)) return
    setPassword('')
    form.current?.querySelector<HTMLInputElement>('[autocomplete="current-password"]')?.focus()
  }
  return (
    <form
      ref={form}
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt()
      }}
    >
      {known && <p className="sign-in-name">{t('signIn.lockedBy', { name: lockedName })}</p>}
      {!known && (
        <TextField
          label={t('name')}
          value={name}
          maxLength={200}
          autoComplete="username"
          onChange={(next) => {
            forget()
            setName(next)
          }}
        />
      )}
      <PasswordField {...passwordProps} value={password} error={failure} onChange={setPassword} />
      <WaitLine seconds={seconds} />
      <Button type="primary" htmlType="submit" size="large" loading={busy} disabled={!isWhole || seconds > 0}>
        {known ? t('signIn.unlock') : t('signIn.submit')}
      </Button>
    </form>
  )
}
