import { useCallback, useEffect, useState } from 'react'
import { failureOf } from '../../api/client'
import { errorWords } from '../../i18n/errors'

export type Wait = {
  /** Whole seconds until the next attempt is heard; 0 when it is heard now. */
  readonly seconds: number
  /** Begins to count down where an error says how long to wait; answers what else it says, if anything. */
  readonly note: (error: unknown) => string | null
  readonly forget: () => void
}

/** Counts down how long a further attempt has to wait. */
export function useWait(): Wait {
  const [until, setUntil] = useState<number | null>(null)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (until === null) return undefined
    const count = () => {
      const left = Math.ceil((until - performance.now()) / 1000)
      setSeconds(Math.max(0, left))
      if (left <= 0) setUntil(null)
    }
    count()
    const timer = window.setInterval(count, 250)
    return () => window.clearInterval(timer)
  }, [until])
  const note = useCallback((error: unknown) => {
    const failure = failureOf(error)
    const wait = Number(failure.params?.['seconds'] ?? 0)
    if (wait > 0) setUntil(performance.now() + wait * 1000)
    if (failure.code === 'sign_in_wait') return null
    // The seconds are counted down beside the message; in its words they would stand still.
    return errorWords({ ...failure, params: { ...failure.params, seconds: 0 } })
  }, [])
  const forget = useCallback(() => {
    setUntil(null)
    setSeconds(0)
  }, [])
  return { seconds, note, forget }
}
