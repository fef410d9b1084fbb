import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/contract/result'
import type { Verification } from '@shared/features/storage/storage'
import type { CommandContext } from '../../data/handlers'
import { readFullCheck, writeFullCheck } from '../settings'

export type HealthParts = Pick<CommandContext, 'park' | 'runTask' | 'changed' | 'now'> & {
  readonly db: CommandContext['db']
  /** Resolves once no import is writing. */
  readonly writable: () => Promise<void>
  /** Whether a long job is running; a check leaves it the machine. */
  readonly busy: () => boolean
  readonly log: (line: string) => void
}

type Due = {
  readonly uncleanStop: boolean
  readonly quickChecked: boolean
  /** When everything was last checked, in ms. */
  readonly lastFullAt: number | null
  readonly now: number
}

const weekMs = 7 * 24 * 60 * 60 * 1000

/**
 * Which check of the data is due: everything once a week and after a stop that was none, otherwise a quick one of a file
 * that was too large to be looked through while it was opened.
 */
export function dueCheck({ uncleanStop, quickChecked, lastFullAt, now }: Due): 'full' | 'quick' | null {
  // A clock that is set back must not put the check off for years.
  const isOld = lastFullAt === null || now - lastFullAt > weekMs || lastFullAt - now > weekMs
  if (uncleanStop || isOld) return 'full'
  return quickChecked ? null : 'quick'
}

/** Late enough that the window has opened and shows its first screen. */
const firstAfterMs = 8_000
const everyMs = 60 * 60 * 1000
const busyMs = 60 * 1000

/** Checks the data beside the work, soon after the start and then as often as it is due. */
export function watchHealth(parts: HealthParts): void {
  let afterStop = parts.park.condition().uncleanStop
  let quickDone = false
  const check = async () => {
    if (parts.park.state().state !== 'ready') return
    if (parts.busy()) return void setTimeout(checkNow, busyMs).unref()
    const { quickChecked, readOnly } = parts.park.condition()
    const lastFullAt = readFullCheck(parts.db)?.at ?? null
    const due = dueCheck({
      uncleanStop: afterStop,
      quickChecked: quickChecked || quickDone,
      lastFullAt,
      now: parts.now(),
    })
    if (due === null || (readOnly && quickDone)) return
    const found = await parts.runTask(
      due === 'full' ? 'storage.verify' : 'storage.quickCheck',
      randomUUID(),
      {
        file: null,
      },
    )
    quickDone = true
    if (due === 'full') afterStop = false
    await parts.writable()
    if (due === 'full') return keepResult(parts, found)
    const damage = damageIn(found)
    if (damage) parts.park.giveUp(damage)
  }
  const checkNow = () => void check().catch((error: unknown) => parts.log(`check failed: ${String(error)}`))
  setTimeout(checkNow, firstAfterMs).unref()
  setInterval(checkNow, everyMs).unref()
}

/** Keeps what a full check found, for everybody to see; a damaged file is given up at once, before more is written to it. */
export function keepResult(
  context: Pick<CommandContext, 'park' | 'db' | 'now' | 'changed'>,
  found: Verification,
): void {
  const damage = damageIn(found)
  if (damage) return context.park.giveUp(damage)
  if (context.park.condition().readOnly) return
  const problems = [...new Set(found.problems.map(({ kind }) => kind))]
  writeFullCheck(context.db, { at: context.now(), problems })
  context.changed('storage')
}

/** The failure a park is given up with; undefined where it can be worked with. */
function damageIn({ problems }: Verification): AppError | undefined {
  const damage = problems.find(({ kind }) => kind === 'database' || kind === 'settings')
  return damage && new AppError('database_damaged', { detail: damage.detail.slice(0, 200) })
}
