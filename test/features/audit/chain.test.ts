import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KnownAnchor } from '@shared/features/audit/audit'
import { anchorText, parseAnchor } from '@shared/features/audit/anchor'
import { anchorOf, appendToLog, entryHash } from '../../../electron/data/change-log'
import { checkChain } from '../../../electron/data/check-chain'
import { all, get, inTransaction, number, run, sql, type WritableDb } from '../../../electron/data/sql'
import { restoredEntry } from '../../../electron/features/audit'
import { memoryPark, testNow, testWrite } from '../../support/park'
import { disarm, fillLog, rechain, type RawEntry } from './tamper'

/** A park with a log of `count` entries that nothing guards any more, and the anchor of its end. */
function openLog(count = 30): { db: WritableDb; anchor: KnownAnchor } {
  const db = memoryPark()
  fillLog(db, count)
  disarm(db)
  return { db, anchor: { ...anchorOf(db), source: 'file', at: testNow } }
}

test('a log nobody touched is whole and holds its anchors', () => {
  const { db, anchor } = openLog()
  const middle = get<{ hash: Uint8Array }>(db, sql`SELECT hash FROM change_log WHERE seq = 12`)
  const printed = parseAnchor(anchorText({ sequence: 12, hash: Buffer.from(middle!.hash).toString('hex') }))!
  expect(checkChain(db, [anchor, { ...printed, source: 'given' }])).toEqual({
    entries: 30,
    firstBroken: null,
    clockBack: 0,
    missingAnchors: [],
    anchorsChecked: 2,
    head: anchorOf(db),
  })
})

describe('the chain alone shows', () => {
  test.each([
    ['an edited entry', `UPDATE change_log SET actor = 'somebody' WHERE seq = 7`, 7],
    ['edited changes', `UPDATE change_log SET changes = '{"name":[null,"x"]}' WHERE seq = 7`, 7],
    ['an entry that is gone', `DELETE FROM change_log WHERE seq = 7`, 8],
    ['a first entry that is gone', `DELETE FROM change_log WHERE seq = 1`, 2],
    [
      'two entries in each other’s place',
      `UPDATE change_log SET seq = -1 WHERE seq = 7; UPDATE change_log SET seq = 7 WHERE seq = 8;
       UPDATE change_log SET seq = 8 WHERE seq = -1`,
      7,
    ],
    [
      'an entry put in between',
      `UPDATE change_log SET seq = -seq - 1 WHERE seq > 7; UPDATE change_log SET seq = -seq WHERE seq < 0;
       INSERT INTO change_log SELECT 8, at, clock + 1, actor, workstation, action, register, record_id, batch_id, changes,
         hash, changes_hash FROM change_log WHERE seq = 7`,
      8,
    ],
    [
      'changes erased without an entry that says so',
      `UPDATE change_log SET changes = 'null' WHERE seq = 7`,
      7,
    ],
  ])('%s', (_what, tampering, first) => {
    const { db } = openLog()
    db.exec(tampering)
    expect(checkChain(db).firstBroken).toBe(first)
  })

  test('any change of any cell of any entry', () => {
    const { db } = openLog(12)
    const columns = Object.keys(get<RawEntry>(db, sql`SELECT * FROM change_log`) ?? {})
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
    const text = fc.string({ maxLength: 12 })
    const valueOf = (column: string): fc.Arbitrary<string | number | Uint8Array | null> => {
      if (column === 'hash') return hash
      if (column === 'changes_hash') return fc.option(hash)
      if (column === 'changes') return fc.json()
      if (column === 'batch_id') return fc.option(text)
      return ['seq', 'at', 'clock'].includes(column) ? fc.integer({ min: 0, max: 2 ** 52 }) : text
    }
    const edits = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...columns))
      .chain(([seq, column]) => fc.tuple(fc.constant(seq), fc.constant(column), valueOf(column)))
    fc.assert(
      fc.property(edits, ([seq, column, value]) => {
        const name = { text: column, values: [] }
        const old = get<RawEntry>(db, sql`SELECT ${name} AS value FROM change_log WHERE seq = ${seq}`)?.[
          'value'
        ]
        const isSame =
          old instanceof Uint8Array && value instanceof Uint8Array
            ? Buffer.compare(old, value) === 0
            : old === value
        const isTaken =
          column === 'seq' && get(db, sql`SELECT 1 FROM change_log WHERE seq = ${Number(value)}`)
        if (isSame || isTaken) return
        db.exec('SAVEPOINT edit')
        run(db, sql`UPDATE change_log SET ${name} = ${value} WHERE seq = ${seq}`)
        const { firstBroken } = checkChain(db)
        db.exec('ROLLBACK TO edit; RELEASE edit')
        expect(firstBroken).not.toBeNull()
      }),
      { numRuns: 400 },
    )
    expect(checkChain(db).firstBroken).toBeNull()
  })
})

describe('only an anchor shows', () => {
  test('a log made up anew from an edited entry on', () => {
    const { db, anchor } = openLog()
    run(db, sql`UPDATE change_log SET actor = 'somebody' WHERE seq = 7`)
    rechain(db, 7)
    expect(checkChain(db).firstBroken).toBeNull()
    expect(checkChain(db, [anchor]).missingAnchors).toEqual([
      { sequence: 30, hash: anchor.hash, source: 'file' },
    ])
  })

  test('a tail that was cut off, and one that grew again', () => {
    const { db, anchor } = openLog()
    run(db, sql`DELETE FROM change_log WHERE seq > 20`)
    expect(checkChain(db).firstBroken).toBeNull()
    expect(checkChain(db, [anchor]).missingAnchors).toHaveLength(1)
    fillLog(db, 20)
    expect(checkChain(db).firstBroken).toBeNull()
    expect(checkChain(db, [anchor]).missingAnchors).toHaveLength(1)
  })

  test('an edit after the newest anchor only once there is a newer one', () => {
    const { db, anchor } = openLog()
    fillLog(db, 5)
    run(db, sql`UPDATE change_log SET actor = 'somebody' WHERE seq = 33`)
    rechain(db, 33)
    expect(checkChain(db, [anchor])).toMatchObject({ firstBroken: null, missingAnchors: [] })
  })
})

describe('across a restore', () => {
  const restoredAt = testNow + 3_600_000

  /** 30 entries, an anchor at each tenth; then the log of the backup with 15 comes back and goes on. */
  function restored(): { db: WritableDb; anchors: KnownAnchor[] } {
    const { db } = openLog()
    const entries = all<{ sequence: number; hash: string }>(
      db,
      sql`SELECT seq AS sequence, lower(hex(hash)) AS hash FROM change_log WHERE seq % 10 = 0`,
    )
    const anchors = entries.map((anchor) => ({ ...anchor, source: 'file' as const, at: testNow }))
    const givenUp = anchorOf(db)
    run(db, sql`DELETE FROM change_log WHERE seq > 15`)
    inTransaction(db, () =>
      appendToLog(db, restoredEntry(givenUp, anchorOf(db)), { ...testWrite, now: restoredAt }),
    )
    fillLog(db, 4)
    return { db, anchors }
  }

  test('what was given up is not missed', () => {
    const { db, anchors } = restored()
    expect(checkChain(db, anchors)).toMatchObject({
      firstBroken: null,
      missingAnchors: [],
      anchorsChecked: 3,
    })
  })

  test('what was kept must still be there', () => {
    const { db, anchors } = restored()
    run(db, sql`UPDATE change_log SET actor = 'somebody' WHERE seq = 3`)
    rechain(db, 3)
    expect(checkChain(db, anchors).missingAnchors.map(({ sequence }) => sequence)).toEqual([10])
  })

  test('what came after it must be there, and so must what came before anybody told of a restore', () => {
    const { db, anchors } = restored()
    const later = { ...anchorOf(db), source: 'file' as const, at: restoredAt + 1 }
    const beyond = { sequence: 31, hash: 'ab'.repeat(32), source: 'file' as const, at: testNow }
    expect(checkChain(db, [...anchors, later]).missingAnchors).toEqual([])
    expect(checkChain(db, [...anchors, beyond]).missingAnchors.map(({ sequence }) => sequence)).toEqual([31])
    run(db, sql`UPDATE change_log SET actor = 'somebody' WHERE seq = 18`)
    rechain(db, 18)
    expect(checkChain(db, [...anchors, later]).missingAnchors.map(({ sequence }) => sequence)).toEqual([20])
  })
})

describe('the clock of the workstation', () => {
  test('set back never reorders the log, and the entries written then are counted', () => {
    const { db } = openLog(3)
    const late = { ...testWrite, now: testNow - 86_400_000 }
    const entry = { action: 'updated', register: 'tenants', recordId: 'a', changes: {} } as const
    inTransaction(db, () => appendToLog(db, entry, late))
    expect(checkChain(db)).toMatchObject({ firstBroken: null, clockBack: 1 })
  })

  test('standing still during a long import is not set back', () => {
    const { db } = openLog(1)
    const entry = { action: 'created', register: 'tenants', recordId: 'a', changes: {} } as const
    inTransaction(db, () => {
      for (let index = 0; index < 5000; index += 1) appendToLog(db, entry, testWrite)
    })
    expect(checkChain(db)).toMatchObject({ firstBroken: null, clockBack: 0, entries: 5001 })
  })
})

describe('erasing', () => {
  test('the changes of an entry, told of by a later entry, leaves the chain whole', () => {
    const db = memoryPark()
    fillLog(db, 5)
    const anchor: KnownAnchor = { ...anchorOf(db), source: 'file' }
    run(db, sql`UPDATE change_log SET changes = 'null' WHERE seq = 3`)
    expect(checkChain(db).firstBroken).toBe(3)
    const erased = { action: 'erased', register: 'tenants', recordId: 'record-2', changes: {} } as const
    inTransaction(db, () => appendToLog(db, erased, testWrite))
    expect(checkChain(db, [anchor])).toMatchObject({ firstBroken: null, missingAnchors: [] })
  })

  test('anything else of an entry is refused by the database', () => {
    const db = memoryPark()
    fillLog(db, 2)
    for (const set of [
      `changes = '{}'`,
      `changes = 'null', actor = 'x'`,
      `changes = 'null', hash = zeroblob(32)`,
    ]) {
      expect(() => db.exec(`UPDATE change_log SET ${set}`)).toThrow('the log is final')
    }
  })
})

test('entries from before the hash of changes keep the hash they have', () => {
  const db = memoryPark()
  const columns = [
    1,
    testNow,
    testNow * 1024,
    'operator',
    'desk-1',
    'created',
    'tenants',
    'a',
    null,
    '{}',
  ] as const
  const hash = entryHash(new Uint8Array(32), columns)
  db.prepare(
    `INSERT INTO change_log (seq, at, clock, actor, workstation, action, register, record_id, batch_id, changes, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...columns, hash)
  fillLog(db, 3)
  expect(checkChain(db)).toMatchObject({ entries: 4, firstBroken: null })
  disarm(db)
  run(db, sql`UPDATE change_log SET changes = '{"a":1}' WHERE seq = 1`)
  expect(checkChain(db).firstBroken).toBe(1)
  expect(number(db, sql`SELECT count(*) FROM change_log WHERE changes_hash IS NULL`)).toBe(1)
})

describe('an anchor on paper', () => {
  test('is read back however it was typed', () => {
    const hash = '9f2c01ab5e77d310'.repeat(4)
    for (const typed of [
      '12345:9f2c01ab5e77d310',
      ' 12345 : 9F2C 01AB 5E77 D310…',
      '12345:9f2c01ab',
      `12345:${hash}`,
    ])
      expect(parseAnchor(typed)?.sequence).toBe(12345)
    expect(hash.startsWith(parseAnchor(anchorText({ sequence: 1, hash }))!.hash)).toBe(true)
  })

  test('is refused where it proves nothing', () => {
    for (const typed of [
      '',
      '12345',
      '12345:9f2c',
      'x:9f2c01ab5e77d310',
      `1:${'a'.repeat(65)}`,
      '1:9f2c01ag5e77d310',
    ])
      expect(parseAnchor(typed)).toBeUndefined()
  })
})
