import { useLayoutEffect, useRef } from 'react'

/** The latest value, for listeners and timers that are set up once. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
