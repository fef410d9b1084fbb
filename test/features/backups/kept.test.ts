import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmsOf, hasShrunk } from '@shared/features/backups/alarms'
import { backupReasons, type BackupReason } from '@shared/features/backups/backups'
import { kept, keptOf } from '@shared/features/backups/kept'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 20, 12)

const automatic: readonly BackupReason[] = ['daily', 'exit']
const anyBackups = (reasons: readonly BackupReason[]) =>
  fc
    .array(fc.record({ age: fc.integer({ min: 0, max: 500 * 24 }), reason: fc.constantFrom(...reasons) }), {
      maxLength: 80,
    })
    .map((list) =>
      list.map(({ age, reason }, index) => ({ id: `b${index}`, createdAt: now - age * 3_600_000, reason })),
    )

const newest = (list: readonly { readonly createdAt: number }[]) =>
  Math.max(...list.map(({ createdAt }) => createdAt))

describe('which backups stay', () => {
  test('the newest always, and none that is not there', () => {
    fc.assert(
      fc.property(anyBackups(backupReasons), (backups) => {
        const stay = kept(backups, now)
        const ids = new Set(backups.map(({ id }) => id))
        expect([...stay].every((id) => ids.has(id))).toBe(true)
        if (backups.length === 0) return
        const staying = backups.filter(({ id }) => stay.has(id))
        expect(newest(staying)).toBe(newest(backups))
      }),
    )
  })

  test('the newest of each of the newest days, weeks and months, and no more of the automatic ones', () => {
    fc.assert(
      fc.property(anyBackups(automatic), (backups) => {
        const staying = backups.filter(({ id }) => kept(backups, now).has(id))
        const most = keptOf.days + keptOf.weeks + keptOf.months
        expect(staying.length).toBeLessThanOrEqual(most)
        const daysOf = (list: typeof backups) =>
          [...new Set(list.map(({ createdAt }) => Math.floor(createdAt / dayMs)))].sort((a, b) => b - a)
        const days = daysOf(backups).slice(0, keptOf.days)
        expect(daysOf(staying)).toEqual(expect.arrayContaining(days))
        const monthsOf = (list: typeof backups) =>
          [...new Set(list.map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 7)))]
            .sort()
            .toReversed()
        expect(monthsOf(staying)).toEqual(expect.arrayContaining(monthsOf(backups).slice(0, keptOf.months)))
      }),
    )
  })

  test('asking twice deletes nothing more', () => {
    fc.assert(
      fc.property(anyBackups(backupReasons), (backups) => {
        const first = kept(backups, now)
        const left = backups.filter(({ id }) => first.has(id))
        expect(kept(left, now)).toEqual(first)
      }),
    )
  })

  test('what somebody made for a reason stays for its days', () => {
    fc.assert(
      fc.property(anyBackups(backupReasons), (backups) => {
        const stay = kept(backups, now)
        for (const { id, createdAt, reason } of backups) {
          const days = reason === 'migration' || reason === 'restore' ? 30 : 7
          if (!automatic.includes(reason) && now - createdAt < days * dayMs) expect(stay.has(id)).toBe(true)
        }
      }),
    )
  })

  test('a clock that is wrong costs none', () => {
    fc.assert(
      fc.property(anyBackups(automatic), (backups) => {
        const long = 3000 * dayMs
        // Set back: everything lies in the future.
        expect(kept(backups, now - long).size).toBe(backups.length)
        // A single backup from the future pushes none of the others out.
        const strange = { id: 'strange', createdAt: now + long, reason: 'daily' as const }
        const stay = kept([...backups, strange], now)
        expect(stay).toEqual(new Set([...kept(backups, now), 'strange']))
      }),
    )
  })

  test('a year of days leaves the last week, four weeks and twelve months', () => {
    const year = Array.from({ length: 400 }, (_, day) => ({
      id: `d${day}`,
      createdAt: now - day * dayMs,
      reason: 'daily' as const,
    }))
    let there: typeof year = []
    for (const each of year.toReversed()) {
      const all = [...there, each]
      const stay = kept(all, each.createdAt)
      there = all.filter(({ id }) => stay.has(id))
    }
    const ages = there.map(({ createdAt }) => (now - createdAt) / dayMs).sort((one, other) => one - other)
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(ages.at(-1)).toBeGreaterThan(320)
    expect(there.length).toBeLessThanOrEqual(7 + 3 + 11)
  })
})

describe('what raises an alarm', () => {
  const backup = (age: number, rows: number, bytes = 10_000) => ({
    createdAt: now - age * dayMs,
    rows,
    bytes,
  })
  const fine = { backups: [backup(0, 100)], failedAt: null, lastElsewhereAt: now }

  test('nothing where all is well', () => expect(alarmsOf(fine, now)).toEqual([]))
  test('no backup', () => expect(alarmsOf({ ...fine, backups: [] }, now)).toEqual(['noBackup']))
  test('an old one', () => {
    expect(alarmsOf({ ...fine, backups: [backup(4, 100)] }, now)).toEqual(['old'])
    expect(alarmsOf({ ...fine, backups: [backup(3, 100)] }, now)).toEqual([])
  })
  test('a failed attempt, until the next good one', () => {
    expect(alarmsOf({ ...fine, failedAt: now + 1 }, now)).toEqual(['failed'])
    expect(alarmsOf({ ...fine, failedAt: now - 1 }, now)).toEqual([])
  })
  test('one that has shrunk', () => {
    expect(hasShrunk([backup(1, 100), backup(0, 69)])).toBe(true)
    expect(hasShrunk([backup(1, 100), backup(0, 70)])).toBe(false)
    const big = 36 * 1024 * 1024
    expect(hasShrunk([backup(0, 100, 8 * 1024 * 1024), backup(1, 100, big)])).toBe(true)
  })
  test('no copy elsewhere for a week', () => {
    expect(alarmsOf({ ...fine, lastElsewhereAt: now - 8 * dayMs }, now)).toEqual(['noOtherDevice'])
    expect(alarmsOf({ ...fine, lastElsewhereAt: null }, now)).toEqual(['noOtherDevice'])
  })
})
