import { lazy, Suspense } from 'react'
import { Skeleton } from '../../ui'

export { AccountsCard } from './AccountsCard'
export { SessionGate } from './SessionGate'
export { UserMenu } from './UserMenu'

const Accounts = lazy(async () => ({ default: (await import('./AccountsPage')).AccountsPage }))

/** Who may work here and what they may do; read only when it is first opened. */
export function AccountsPage() {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Accounts />
    </Suspense>
  )
}
