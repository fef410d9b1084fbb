import { useSyncExternalStore } from 'react'

const INTERVAL = 30_000

const listeners = new Set<() => void>()
let timer: number | undefined
let now = Date.now()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= window.setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, INTERVAL)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.clearInterval(timer)
    timer = undefined
  }
}

/** The time in epoch milliseconds, renewed twice a minute; one clock for everything that counts down. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
