import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft, DraftForm } from '@shared/features/drafts/drafts.contract'
import { api, failureOf } from '../../api/client'
import { keepBeforeLeaving } from '../../api/session'
import { useLatest } from '../use-latest'
import type { RawValues } from './raw-values'

/** Pause in typing after which the draft is kept. */
const typingPause = 500
/** Longest time something typed waits to be kept, however steadily somebody types: a window may lock at any moment. */
const longestWait = 1000
/** Beside the fields a draft keeps the version it began from, so that a later change by somebody else is noticed. */
const versionKey = '_version'

export type DraftKeeper = {
  /** Notes what is typed; it is kept after a short pause. */
  readonly note: (values: RawValues) => void
  /** Keeps at once what has been noted. */
  readonly flush: () => void
  /** Whether something was typed since the form was opened that has been neither saved nor thrown away. */
  readonly isUnsaved: () => boolean
  /** The draft is not needed any more: it was saved or thrown away. */
  readonly discard: () => Promise<void>
  readonly keptAt: number | null
}

/** Which form a draft belongs to. */
export type DraftOf = {
  readonly register: DraftForm
  readonly recordId: string | null
  /** Version of the record the form began from. */
  readonly version: number | null
  /** The draft the form goes on with. */
  readonly draft: Draft | null
}

/** The values of a draft's fields. */
export function draftValues(draft: Draft): RawValues {
  return Object.fromEntries(
    Object.entries(draft.values).flatMap(([name, value]) =>
      name === versionKey || typeof value !== 'string' ? [] : [[name, value]],
    ),
  )
}

/** The version of the record a draft began from; null for a new record. */
export function draftVersion(draft: Draft): number | null {
  const version = draft.values[versionKey]
  return typeof version === 'number' ? version : null
}

/** Keeps what somebody types as a draft in the database: after a pause, on leaving a field, on leaving the form. */
export function useDraft(of: DraftOf, onFailure: (error: unknown) => void): DraftKeeper {
  const { register, recordId, version, draft } = of
  const noted = useRef<RawValues | null>(null)
  const unsaved = useRef(false)
  const timer = useRef<number | undefined>(undefined)
  const notedSince = useRef<number | null>(null)
  const [keptAt, setKeptAt] = useState(draft?.updatedAt ?? null)
  const failed = useLatest(onFailure)

  const keepNow = useCallback(async () => {
    window.clearTimeout(timer.current)
    const values = noted.current
    noted.current = null
    notedSince.current = null
    if (values === null) return
    const keep = () => api.drafts.keep({ register, recordId, values: { ...values, [versionKey]: version } })
    try {
      // The data process is started again at once; what was on its way to the one that ended is sent once more.
      const kept = await keep().catch((error: unknown) =>
        failureOf(error).code === 'data_process_stopped' ? keep() : Promise.reject(error),
      )
      setKeptAt(kept.updatedAt)
    } catch (error) {
      noted.current ??= values
      // The sign-in stands before the form by now; what was kept a moment ago is there again after it.
      if (failureOf(error).code !== 'auth_required') failed.current(error)
    }
  }, [register, recordId, version, failed])
  const flush = useCallback(() => void keepNow(), [keepNow])

  const note = useCallback(
    (values: RawValues) => {
      noted.current = values
      unsaved.current = true
      const since = (notedSince.current ??= performance.now())
      const left = Math.max(0, since + longestWait - performance.now())
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, Math.min(typingPause, left))
    },
    [flush],
  )

  const discard = useCallback(async () => {
    window.clearTimeout(timer.current)
    noted.current = null
    notedSince.current = null
    unsaved.current = false
    setKeptAt(null)
    await api.drafts.discard({ register, recordId })
  }, [register, recordId])

  const isUnsaved = useCallback(() => unsaved.current, [])
  useOnLeaving(flush)
  useEffect(() => keepBeforeLeaving(keepNow), [keepNow])
  return { note, flush, isUnsaved, discard, keptAt }
}

function useOnLeaving(flush: () => void) {
  useEffect(() => {
    window.addEventListener('blur', flush)
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('beforeunload', flush)
      flush()
    }
  }, [flush])
}
