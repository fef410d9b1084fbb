import { lazy, Suspense } from 'react'
import type { FindProps } from './FindDialog'

const FindDialog = lazy(async () => ({ default: (await import('./FindDialog')).FindDialog }))

/** The find box over records, screens and commands; read only when it is first opened. */
export function FindBox(props: FindProps) {
  return (
    <Suspense fallback={null}>
      <FindDialog {...props} />
    </Suspense>
  )
}
