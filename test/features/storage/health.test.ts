import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppError } from '@shared/contract/result'
import type { Verification } from '@shared/features/storage/storage'
import { readFullCheck } from '../../../electron/features/settings'
import { dueCheck, keepResult } from '../../../electron/features/storage/health'
import { commandContext, memoryPark, testNow } from '../../support/park'

const dayMs = 86_400_000
const calm = { uncleanStop: false, quickChecked: true, lastFullAt: testNow - dayMs, now: testNow }

describe('the check that is due', () => {
  test('is everything once a week, after a stop that was none, and where it was never done', () => {
    expect(dueCheck(calm)).toBeNull()
    expect(dueCheck({ ...calm, lastFullAt: testNow - 8 * dayMs })).toBe('full')
    expect(dueCheck({ ...calm, uncleanStop: true })).toBe('full')
    expect(dueCheck({ ...calm, lastFullAt: null })).toBe('full')
  })

  test('is a quick one where the file was too large to be looked through while it was opened', () => {
    expect(dueCheck({ ...calm, quickChecked: false })).toBe('quick')
  })

  test('is never put off for longer than a week by a clock that jumps, whichever way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
        const due = dueCheck({ ...calm, now: testNow + days * dayMs })
        expect(due).toBe(Math.abs(days + 1) > 7 ? 'full' : null)
      }),
    )
  })
})

describe('what a check has found', () => {
  const found = (...kinds: Verification['problems'][number]['kind'][]): Verification => ({
    ok: kinds.length === 0,
    problems: kinds.map((kind) => ({ kind, detail: 'somewhere' })),
  })

  function keep(result: Verification) {
    const db = memoryPark()
    const given: AppError[] = []
    const { park } = commandContext(db)
    const context = commandContext(db, { park: { ...park, giveUp: (failure) => given.push(failure) } })
    keepResult(context, result)
    return { kept: readFullCheck(db), given }
  }

  test('is kept, each kind of problem once', () => {
    expect(keep(found()).kept).toEqual({ at: testNow, problems: [] })
    expect(keep(found('anchors', 'search_index', 'anchors')).kept?.problems).toEqual([
      'anchors',
      'search_index',
    ])
  })

  test('closes a park whose file is damaged, and writes nothing to it', () => {
    const { kept, given } = keep(found('log_chain', 'database'))
    expect(given.map(({ code }) => code)).toEqual(['database_damaged'])
    expect(kept).toBeNull()
  })
})
