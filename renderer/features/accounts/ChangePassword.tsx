import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, failureOf } from '../../api/client'
import { leave, showMe, useMe } from '../../api/session'
import { Dialog, PasswordField, useNotify } from '../../ui'
import { focusFirst } from '../../ui/focus-first'
import { PasswordHints } from './PasswordHints'
import { SignInFrame } from './SignInFrame'
import { useWait } from './use-wait'
import { WaitLine } from './WaitLine'
import './sign-in.css'

/** Replaces the own password; asks for the present one. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const notify = useNotify()
  return (
    <Dialog title={t('change.title')} onClose={onClose}>
      <ChangeForm
        currentLabel={t('change.current')}
        aside={<Button onClick={onClose}>{t('common:cancel')}</Button>}
        onChanged={() => {
          notify.show({ tone: 'good', text: t('change.done') })
          onClose()
        }}
      />
    </Dialog>
  )
}

/** Signed in with a one-time password: nothing else is possible until it is replaced. */
export function FirstPasswordPage() {
  const { t } = useTranslation('accounts')
  const notify = useNotify()
  return (
    <SignInFrame title={t('change.firstTitle')}>
      <p className="ui-words">{t('change.firstText')}</p>
      <ChangeForm
        currentLabel={t('change.oneTime')}
        aside={
          <Button onClick={() => void leave('signOut').catch(notify.failed)}>{t('menu.signOut')}</Button>
        }
        onChanged={() => notify.show({ tone: 'good', text: t('change.done') })}
      />
    </SignInFrame>
  )
}

type FormProps = {
  readonly currentLabel: string
  /** The way out, before the button that changes. */
  readonly aside: ReactNode
  readonly onChanged: () => void
}

function ChangeForm({ currentLabel, aside, onChanged }: FormProps) {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { change, busy, problem, seconds } = useChange(onChanged)
  return (
    <form
      ref={focusFirst}
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        void change(current, next)
      }}
    >
      <PasswordField
        label={currentLabel}
        kind="current"
        value={current}
        error={problem?.isNew === false ? problem.words : null}
        onChange={setCurrent}
      />
      <PasswordField
        label={t('password.new')}
        kind="new"
        value={next}
        error={problem?.isNew === true ? problem.words : null}
        hint={<PasswordHints password={next} names={[me?.name ?? '', me?.displayName ?? '']} />}
        onChange={setNext}
      />
      <WaitLine seconds={seconds} />
      <div className="ui-actions-end">
        {aside}
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={seconds > 0 || current === '' || next === ''}
        >
          {t('change.submit')}
        </Button>
      </div>
    </form>
  )
}

function useChange(onChanged: () => void) {
  const client = useQueryClient()
  const wait = useWait()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly isNew: boolean; readonly words: string } | null>(null)
  const change = async (current: string, next: string) => {
    setBusy(true)
    setProblem(null)
    try {
      showMe(client, await api.accounts.changePassword({ current, next }))
      onChanged()
    } catch (error) {
      const words = wait.note(error)
      const isNew = failureOf(error).code === 'password_weak'
      setProblem(words === null ? null : { isNew, words })
    } finally {
      setBusy(false)
    }
  }
  return { change, busy, problem, seconds: wait.seconds }
}
