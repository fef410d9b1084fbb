import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openReadable } from '../../../electron/data/connection'
import { all, number, sql } from '../../../electron/data/sql'
import {
  clearTries,
  countTry,
  machineTime,
  remaining,
  waitAfter,
} from '../../../electron/features/accounts/waits'
import { memoryPark, parkFolder, testNow } from '../../support/park'

const minutes = 60_000

describe('waiting after wrong tries', () => {
  test('costs nothing five times, then 1, 2, 4 … s, and never more than five minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(waitAfter)).toEqual([0, 0, 0, 0, 1000, 2000, 4000, 8000])
    expect(waitAfter(13)).toBe(256_000)
    expect(waitAfter(14)).toBe(5 * minutes)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (failures) => {
        expect(waitAfter(failures)).toBeLessThanOrEqual(5 * minutes)
        expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures))
      }),
    )
  })

  test('lasts as long as the machine runs, whatever is done to its clock', () => {
    const db = memoryPark()
    fc.assert(
      fc.property(
        fc.array(fc.record({ ran: fc.nat(400_000), clock: fc.integer({ min: -1e13, max: 1e13 }) }), {
          maxLength: 40,
        }),
        (tries) => {
          clearTries(db, 'a')
          let [time, failures, free] = [1_000_000, 0, 0]
          for (const { ran, clock } of tries) {
            time += ran
            const attempt = () => countTry(db, 'a', testNow + clock, time)
            if (time < free) expect(attempt).toThrow(`{"seconds":${Math.ceil((free - time) / 1000)}}`)
            else {
              expect(attempt()).toEqual({ failedBefore: failures, seconds: waitAfter(failures + 1) / 1000 })
              failures += 1
              free = time + waitAfter(failures)
            }
          }
        },
      ),
    )
  })

  test('is over at the latest when the machine has run that long, restarted or not', () => {
    fc.assert(
      fc.property(fc.nat(5 * minutes), fc.nat(1e10), fc.nat(1e10), (wait, since, now) => {
        const left = remaining({ failures: 9, wait, since }, now)
        expect(left).toBeLessThanOrEqual(wait)
        expect(left).toBeGreaterThanOrEqual(0)
        if (now < since) expect(left).toBe(Math.max(0, wait - now))
        expect(remaining({ failures: 9, wait, since }, Math.max(now, since) + wait)).toBe(0)
      }),
    )
  })

  test('is for one name, ends with a right try, and begins anew after it', () => {
    const db = memoryPark()
    for (let tries = 0; tries < 5; tries += 1) countTry(db, 'a', testNow, 50)
    expect(() => countTry(db, 'a', testNow, 50)).toThrow(/sign_in_wait/u)
    expect(countTry(db, 'b', testNow, 50)).toEqual({ failedBefore: 0, seconds: 0 })
    clearTries(db, 'a')
    expect(countTry(db, 'a', testNow, 50)).toEqual({ failedBefore: 0, seconds: 0 })
  })

  test('remembers two hundred names of nobody and every account', () => {
    const db = memoryPark()
    countTry(db, 'account x', 0, 50)
    for (let name = 0; name < 250; name += 1) countTry(db, `nobody ${name}`, name + 1, 50)
    expect(number(db, sql`SELECT count(*) FROM sign_in_waits`)).toBe(201)
    expect(
      all(db, sql`SELECT key FROM sign_in_waits WHERE key IN ('account x', 'nobody 0', 'nobody 249')`),
    ).toHaveLength(2)
  })

  test('counts where nothing can be written, too', () => {
    const db = openReadable(parkFolder())
    for (let tries = 0; tries < 5; tries += 1) countTry(db, 'a', testNow, 50)
    expect(() => countTry(db, 'a', testNow, 51)).toThrow(/sign_in_wait/u)
    clearTries(db, 'a')
    expect(countTry(db, 'a', testNow, 52).failedBefore).toBe(0)
    db.close()
  })

  test('is read from a clock that only runs forward', () => {
    const before = machineTime()
    expect(machineTime()).toBeGreaterThanOrEqual(before)
    expect(Number.isSafeInteger(before)).toBe(true)
  })
})
