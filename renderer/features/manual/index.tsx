import { lazy, Suspense } from 'react'
import { Skeleton } from '../../ui'
import type { ManualProps } from './ManualPage'

const Manual = lazy(async () => ({ default: (await import('./ManualPage')).ManualPage }))

/** How to work with the program, and what protects the data; read only when it is opened. */
export function ManualPage(props: ManualProps) {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Manual {...props} />
    </Suspense>
  )
}
