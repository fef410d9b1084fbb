import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRecoveryKey } from '@shared/kernel/recovery-key'
import { api, failureOf } from '../../api/client'
import { showMe } from '../../api/session'
import { PasswordField } from '../../ui'
import { focusFirst } from '../../ui/focus-first'
import { PasswordHints } from './PasswordHints'
import { RecoveryKeyPaper } from './RecoveryKeyPaper'
import { SignInFrame } from './SignInFrame'
import { TextField } from './TextField'
import { useWait } from './use-wait'
import { WaitLine } from './WaitLine'

/** A lost password mended from the paper: key, name, new password, and then the new paper. */
export function RecoverPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts')
  const [newKey, setNewKey] = useState<string | null>(null)
  if (newKey === null) return <RecoverForm onBack={onDone} onRecovered={setNewKey} />
  return (
    <SignInFrame title={t('recover.newKey')} wide>
      <p className="ui-words">{t('recover.newKeyText')}</p>
      <RecoveryKeyPaper
        recoveryKey={newKey}
        doneLabel={t('recover.finish')}
        onTyped={async (typed) => {
          await api.accounts.confirmRecoveryKey({ recoveryKey: typed })
          onDone()
        }}
      />
    </SignInFrame>
  )
}

type FormProps = { readonly onBack: () => void; readonly onRecovered: (recoveryKey: string) => void }

function RecoverForm({ onBack, onRecovered }: FormProps) {
  const { t } = useTranslation('accounts')
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const [password, setPassword] = useState('')
  const { recover, busy, errorAt, seconds } = useRecover(onRecovered)
  const isWhole = key.trim() !== '' && name.trim() !== '' && password !== ''
  return (
    <SignInFrame title={t('recover.title')}>
      <p className="ui-words">{t('recover.text')}</p>
      <form
        ref={focusFirst}
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault()
          void recover(key, name.trim(), password)
        }}
      >
        <TextField
          label={t('key.title')}
          value={key}
          maxLength={200}
          mono
          hint={t('key.typeHint')}
          error={errorAt('key')}
          onChange={setKey}
        />
        <TextField
          label={t('recover.name')}
          value={name}
          maxLength={200}
          autoComplete="username"
          error={errorAt('name')}
          onChange={setName}
        />
        <PasswordField
          label={t('password.new')}
          kind="new"
          value={password}
          error={errorAt('password')}
          hint={<PasswordHints password={password} names={[name]} />}
          onChange={setPassword}
        />
        <WaitLine seconds={seconds} />
        <Buttons busy={busy} ready={isWhole && seconds === 0} onBack={onBack} />
      </form>
    </SignInFrame>
  )
}

type ButtonProps = { readonly busy: boolean; readonly ready: boolean; readonly onBack: () => void }

function Buttons({ busy, ready, onBack }: ButtonProps) {
  const { t } = useTranslation(['accounts', 'common'])
  return (
    <div className="ui-actions-end">
      <Button onClick={onBack}>{t('common:back')}</Button>
      <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
        {t('recover.submit')}
      </Button>
    </div>
  )
}

type Problem = { readonly at: 'key' | 'name' | 'password'; readonly words: string }

function useRecover(onRecovered: (recoveryKey: string) => void) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const wait = useWait()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const recover = async (recoveryKey: string, name: string, newPassword: string) => {
    if (parseRecoveryKey(recoveryKey) === null) return setProblem({ at: 'key', words: t('key.mistyped') })
    setBusy(true)
    setProblem(null)
    try {
      const answer = await api.accounts.recover({ recoveryKey, name, newPassword })
      onRecovered(answer.recoveryKey)
      showMe(client, answer.me)
    } catch (error) {
      const words = wait.note(error)
      setProblem(words === null ? null : { at: placeOf(failureOf(error).code), words })
    } finally {
      setBusy(false)
    }
  }
  const errorAt = (place: Problem['at']) => (problem?.at === place ? problem.words : null)
  return { recover, busy, errorAt, seconds: wait.seconds }
}

function placeOf(code: string): Problem['at'] {
  if (code === 'password_weak') return 'password'
  return code === 'not_an_administrator' ? 'name' : 'key'
}
