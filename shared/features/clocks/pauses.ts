/** Why the clock of a request stands still. `closed` and `cancelled`: until it was reopened. */
export const pauseReasons = ['waiting_tenant', 'waiting_authority', 'closed', 'cancelled'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** A time in which the clock of a request stands still; milliseconds, `to` is null while it lasts. */
export type RequestPause = { readonly from: number; readonly to: number | null; readonly reason: PauseReason }

/** What of a request tells whether its clock runs. */
export type Standing = {
  readonly status: string
  readonly closedAt: number | null
  /** Of a stored request: when it was changed last. */
  readonly updatedAt?: number
}

const isWaiting = (status: string): status is 'waiting_tenant' | 'waiting_authority' =>
  status === 'waiting_tenant' || status === 'waiting_authority'

/** What a request waits for or is ended by; null while its clock runs. */
function reasonOf({ status, closedAt }: Standing): PauseReason | null {
  if (status === 'cancelled') return 'cancelled'
  if (status === 'closed' || closedAt !== null) return 'closed'
  return isWaiting(status) ? status : null
}

/** Whether nobody works on a request any more. */
export function isEnded(standing: Standing): boolean {
  const reason = reasonOf(standing)
  return reason === 'closed' || reason === 'cancelled'
}

/**
 * The pauses of a request after its status changed: waiting begins one and leaving, closing or cancelling ends it. What
 * lay between closing or cancelling and reopening is a pause, too, so that the clock goes on where it had stopped.
 *
 * @param before null for a new request
 * @param now milliseconds since 1970
 */
export function pausesAfter(
  pauses: readonly RequestPause[],
  before: Standing | null,
  after: Standing,
  now: number,
): readonly RequestPause[] {
  const old = before && reasonOf(before)
  const reason = reasonOf(after)
  if (old === reason) return pauses
  const end = reason === 'closed' ? Math.min(after.closedAt ?? now, now) : now
  const left = pauses.map((pause) =>
    pause.to === null ? { ...pause, to: Math.max(pause.from, end) } : pause,
  )
  if (before !== null && old === 'closed')
    left.push({ from: Math.min(before.closedAt ?? before.updatedAt ?? now, now), to: now, reason: old })
  else if (before !== null && old === 'cancelled' && pauses.every(({ to }) => to !== null))
    left.push({ from: Math.min(before.updatedAt ?? now, now), to: now, reason: old })
  const kept = left.filter(({ from, to }) => to === null || to > from)
  // A closed request keeps its deadlines; whether it waits is only known once it is reopened.
  return reason === null || reason === 'closed' ? kept : [...kept, { from: now, to: null, reason }]
}
