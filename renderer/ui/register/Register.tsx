import { lazy, Suspense } from 'react'
import { Skeleton } from '../Skeleton'
import { MarksContext } from './marks'
import type { RegisterGridProps } from './RegisterGrid'
import type { RegisterRow } from './types'

// The grid is the heaviest part of the window; the first screen does without it.
const Grid = lazy(async () => ({ default: (await import('./RegisterGrid')).RegisterGrid }))

/** The list of a register: rows are fetched page by page while somebody scrolls. */
export function Register<Row extends RegisterRow>(props: RegisterGridProps<Row>) {
  return (
    <Suspense fallback={<Skeleton lines={12} />}>
      <MarksContext value={props.marks}>
        <Grid {...(props as unknown as RegisterGridProps<RegisterRow>)} />
      </MarksContext>
    </Suspense>
  )
}
