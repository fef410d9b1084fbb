import { lazy, Suspense } from 'react'
import { Skeleton } from '../Skeleton'
import type { ChartProps } from './EChart'

const EChart = lazy(async () => ({ default: (await import('./EChart')).EChart }))

/** A chart; the library behind it is read when the first one is shown. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <EChart {...props} />
    </Suspense>
  )
}

export { chartFont, palettes, type Palette } from './palette'
