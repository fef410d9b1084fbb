import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useApiQuery } from '../api/client'
import { Shell } from '../features/shell'
import { ErrorState, Skeleton } from '../ui'

const StorageTroublePage = lazy(async () => ({
  default: (await import('../features/storage')).StorageTroublePage,
}))

/** Decides by the state of the data folder: the first steps, what is wrong with it, or the program. */
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
  if (pathname === '/welcome') return <Outlet />
  if (status.data.state === 'empty') return <Navigate to="/welcome" replace />
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}
