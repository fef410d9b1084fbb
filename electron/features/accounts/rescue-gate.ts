import type { ErrorCode } from '@shared/contract/error-codes'
import { AppError, type Failure } from '@shared/contract/result'
import { waitAfter } from './waits'

type ParkState = { readonly state: string; readonly failure: Failure | null }

/** What a backup mends: never a park of a newer version, one on another machine, or one that is only busy. */
const mendable: readonly ErrorCode[] = [
  'park_missing',
  'database_missing',
  'database_damaged',
  'database_empty_file',
  'database_foreign',
]

/** Whether what keeps a park from being opened can be mended by a backup; null where there is no park at all. */
export function isMendable(code: ErrorCode | null): boolean {
  return code === null || mendable.includes(code)
}

const isOpen = ({ state, failure }: ParkState) => state !== 'ready' && isMendable(failure?.code ?? null)

/** What a wrong name, password or key ends with. */
const wrong: readonly ErrorCode[] = ['sign_in_failed', 'recovery_key_wrong']

/**
 * Guards the way around the accounts of a park that cannot be opened: it is only there then, and wrong tries cost the
 * same waiting as at the sign-in, counted by this process as there is no park to count them in.
 */
export function rescueGate(elapsed: () => number = () => performance.now()) {
  let failures = 0
  let since = 0
  return {
    isOpen,
    mustBeOpen: (state: ParkState) => {
      if (!isOpen(state)) throw new AppError('not_allowed', { name: 'backups.rescue' })
    },
    counted: async <T>(work: () => Promise<T>): Promise<T> => {
      const left = since + waitAfter(failures) - elapsed()
      if (failures > 0 && left > 0) throw new AppError('sign_in_wait', { seconds: Math.ceil(left / 1000) })
      // Counted before it is known to be wrong: many tries at once are as many tries.
      failures += 1
      since = elapsed()
      try {
        const done = await work()
        failures = 0
        return done
      } catch (error) {
        if (!(error instanceof AppError && wrong.includes(error.code))) failures -= 1
        throw error
      }
    },
  }
}

/** One for the whole process: whoever tries here and there has tried twice. */
export const rescue = rescueGate()
