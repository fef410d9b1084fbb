import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client'
import { showMe } from '../../api/session'
import { useNotify } from '../../ui'
import { expectSomebodyElse } from './somebody-else'
import { useWait } from './use-wait'

/** Signing in: one attempt at a time, what it answered, and how long the next one has to wait. */
export function useSignIn() {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const notify = useNotify()
  const wait = useWait()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const submit = async (name: string, password: string): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      const me = await api.accounts.signIn({ name, password })
      expectSomebodyElse(false)
      showMe(client, me)
      if (me.failedAttempts > 0) {
        notify.show({ tone: 'danger', text: t('signIn.failedBefore', { count: me.failedAttempts }) })
      }
      if (me.recoveryKeyDue) notify.show({ tone: 'neutral', text: t('key.due') })
      return true
    } catch (error) {
      setFailure(wait.note(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const forget = () => {
    wait.forget()
    setFailure(null)
  }
  return { submit, busy, failure, seconds: wait.seconds, forget }
}
