import type { BackupReason } from './backups'

type Aged = { readonly id: string; readonly createdAt: number; readonly reason: BackupReason }

const dayMs = 86_400_000

/** One backup is kept of each of so many of the newest days, weeks and months that have any. */
export const keptOf = { days: 7, weeks: 4, months: 12 } as const

/** Made because somebody was about to do something: whole days of them stay, the newest of a day is not enough. */
const madeForAReason: Readonly<Partial<Record<BackupReason, number>>> = {
  onDemand: 7,
  import: 7,
  migration: 30,
  restore: 30,
}

const dayOf = (at: number) => String(Math.floor(at / dayMs))
/** Weeks begin on Monday; 1970-01-05 was one. */
const weekOf = (at: number) => String(Math.floor((at - 4 * dayMs) / (7 * dayMs)))
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7)

/** The newest backup of each of the newest `count` periods. `backups` newest first. */
function newestOfEach(backups: readonly Aged[], periodOf: (at: number) => string, count: number): string[] {
  const newest = new Map<string, string>()
  for (const { id, createdAt } of backups) {
    const period = periodOf(createdAt)
    if (!newest.has(period)) newest.set(period, id)
  }
  return [...newest.values()].slice(0, count)
}

/**
 * The ids of the verified backups that stay: the newest of 7 days, 4 weeks and 12 months (UTC) that have any, those
 * made on demand or before something risky for some days more, and whatever the clock says is yet to come: a wrong clock
 * must not cost a backup. Whoever is kept today because of what is older stays kept when newer ones come, until its
 * period is full. Never empty unless there is no backup.
 */
export function kept(backups: readonly Aged[], now: number): ReadonlySet<string> {
  const toCome = backups.filter(({ createdAt }) => createdAt > now + dayMs)
  const past = backups
    .filter(({ createdAt }) => createdAt <= now + dayMs)
    .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
  const newest = past[0]
  const forAReason = past.filter(({ reason, createdAt, id }) => {
    const days = madeForAReason[reason]
    return days !== undefined && (id === newest?.id || now - createdAt < days * dayMs)
  })
  return new Set([
    ...toCome.map(({ id }) => id),
    ...forAReason.map(({ id }) => id),
    ...newestOfEach(past, dayOf, keptOf.days),
    ...newestOfEach(past, weekOf, keptOf.weeks),
    ...newestOfEach(past, monthOf, keptOf.months),
  ])
}
