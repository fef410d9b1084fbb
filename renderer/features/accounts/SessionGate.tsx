import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import type { Me } from '@shared/features/accounts/accounts'
import { onEvent, useApiQuery } from '../../api/client'
import { askAllAnew, forgetAnswers } from '../../api/session'
import { ErrorState, Skeleton, useNotify } from '../../ui'
import { FirstPasswordPage } from './ChangePassword'
import { SignInPage, type EndReason } from './SignInPage'

const RecoverPage = lazy(async () => ({ default: (await import('./RecoverPage')).RecoverPage }))

type Props = {
  readonly children: ReactNode
  /** The manual, which everybody may read; `onBack` leads back to the sign-in. */
  readonly manual: ComponentType<{ readonly onBack: () => void }>
}

/** Lets through whoever has signed in, or anybody in a park without accounts; everybody else meets the sign-in. */
export function SessionGate({ children, manual: Manual }: Props) {
  const answer = useApiQuery('accounts', 'me', {})
  const [beside, setBeside] = useState<'recover' | 'manual' | null>(null)
  const reason = useEndReason()
  const me = answer.data
  useComingAndGoing(me)
  if (answer.isPending) return <Skeleton lines={8} />
  if (me === undefined) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const back = () => setBeside(null)
  // Stays after the recovery has signed somebody in: the new key is shown this once.
  if (beside === 'recover') {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <RecoverPage onDone={back} />
      </Suspense>
    )
  }
  if (me.state === 'signedOut') {
    if (beside === 'manual') return <Manual onBack={back} />
    return (
      <SignInPage
        me={me}
        reason={reason}
        onRecover={() => setBeside('recover')}
        onManual={() => setBeside('manual')}
      />
    )
  }
  return me.mustChangePassword ? <FirstPasswordPage /> : children
}

function useEndReason(): EndReason | null {
  const [reason, setReason] = useState<EndReason | null>(null)
  useEffect(
    () =>
      onEvent('session', (event) =>
        setReason(event.reason === 'signedIn' || event.reason === 'signedOut' ? null : event.reason),
      ),
    [],
  )
  return reason
}

/**
 * With a session goes everything it showed. The same person comes back to the screen they left, anybody else to the
 * first one; rights that change while somebody works have everything asked anew.
 */
function useComingAndGoing(me: Me | undefined): void {
  const client = useQueryClient()
  const router = useRouter()
  const notify = useNotify()
  const here = useRef<string | null>(null)
  const left = useRef<{ readonly name: string; readonly href: string } | null>(null)
  const state = me?.state
  const name = me?.name

  useEffect(() => {
    if (state === undefined || name === undefined) return
    if (state === 'signedOut') {
      if (here.current !== null) {
        left.current = { name: here.current, href: router.state.location.href }
        here.current = null
        router.history.replace('/overview')
      }
      forgetAnswers(client)
      notify.clear()
      return
    }
    if (here.current === null && left.current?.name === name) router.history.replace(left.current.href)
    here.current = name
  }, [client, name, notify, router, state])

  const granted = me?.rights.join()
  const before = useRef({ name, granted })
  useEffect(() => {
    const changed = before.current.name === name && before.current.granted !== granted
    before.current = { name, granted }
    if (changed && state === 'signedIn') void askAllAnew(client)
  }, [client, granted, name, state])
}
