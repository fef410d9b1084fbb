import type { RequestRow } from '@shared/features/requests/requests.contract'
import { zonedToUtc } from '@shared/kernel/zone'
import type { WritableDb } from '../../../electron/data/sql'
import { addTenant, memoryPark, testPark } from '../../support/park'
import { bridge } from '../../support/router'

/** The instant of a time in Almaty, `2026-11-20T12:00`. */
export function local(text: string): number {
  return zonedToUtc(text.slice(0, 10), text.slice(11), testPark.timeZone)
}

/** A park whose clock is set by hand; Monday to Friday, 9–13 and 14–18, as it begins. */
export function clockPark(start = '2026-11-20T12:00') {
  const db: WritableDb = memoryPark()
  let now = local(start)
  const { ask, fail, changed } = bridge(db, { now: () => now })
  const tenantId = addTenant(db)
  return {
    db,
    ask,
    fail,
    changed,
    tenantId,
    /** It is now this time of day in the park. */
    at: (text: string) => {
      now = local(text)
    },
    take: (values: Readonly<Record<string, unknown>> = {}) =>
      ask<RequestRow>('requests.create', {
        values: { type: 'customs', tenantId, receivedAt: now, ...values },
      }),
    change: async (id: string, values: Readonly<Record<string, unknown>>) => {
      const { version } = await ask<RequestRow>('requests.get', { id })
      return ask<RequestRow>('requests.update', { id, version, values })
    },
  }
}
