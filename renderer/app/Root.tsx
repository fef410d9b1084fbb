import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useApiQuery } from '../api/client'
import { useRights } from '../api/session'
import { SessionGate } from '../features/accounts'
import { ManualPage } from '../features/manual'
import { Shell, sections } from '../features/shell'
import { ErrorState, Skeleton } from '../ui'
import { NotAllowed } from './NotAllowed'
import { rightOfPath } from './path-rights'

const StorageTroublePage = lazy(async () => ({
  default: (await import('../features/storage')).StorageTroublePage,
}))

/** The screens where there is no park yet: the first steps, and a backup of another machine. */
const withoutPark: ReadonlySet<string> = new Set(['/welcome', '/rescue'])

/** Decides by the state of the data folder and who is there: the first steps, what is wrong, the sign-in, or the program. */
export function Root() {
  const status = useApiQuery('storage', 'status', {})
  const { pathname } = useLocation()
  if (status.isPending) return <Skeleton lines={8} />
  if (status.isError) return <ErrorState error={status.error} onRetry={() => void status.refetch()} />
  if (status.data.state === 'damaged') {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <StorageTroublePage status={status.data} />
      </Suspense>
    )
  }
  if (status.data.state === 'empty') {
    return withoutPark.has(pathname) ? <Outlet /> : <Navigate to="/welcome" replace />
  }
  if (pathname === '/rescue') return <Navigate to="/overview" replace />
  return (
    <SessionGate manual={ManualPage}>
      {pathname === '/welcome' ? (
        <Outlet />
      ) : (
        <Shell>
          <OwnScreen pathname={pathname} />
        </Shell>
      )}
    </SessionGate>
  )
}

/** The screen of an address, where it is for whoever is at work; in place of the first one another that is. */
function OwnScreen({ pathname }: { readonly pathname: string }) {
  const rights = useRights()
  const right = rightOfPath(pathname)
  if (right === undefined || rights.has(right)) return <Outlet />
  const other = sections.find((section) => rights.has(section.right))
  if (pathname === '/overview' && other !== undefined) return <Navigate to={other.path} replace />
  return <NotAllowed />
}
