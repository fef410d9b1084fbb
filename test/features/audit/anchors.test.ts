import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anchorText } from '@shared/features/audit/anchor'
import { anchorOf } from '../../../electron/data/change-log'
import { openWritable } from '../../../electron/data/connection'
import { run, sql, type WritableDb } from '../../../electron/data/sql'
import { AnchorKeeper, keepAnchor, readAnchors } from '../../../electron/features/audit'
import { auditTasks } from '../../../electron/features/audit/audit.tasks'
import { makeBackup } from '../../../electron/features/backups/make'
import { writeSetting } from '../../../electron/features/settings'
import { verify } from '../../../electron/features/storage'
import { parkFolder, taskContext, testNow } from '../../support/park'
import { disarm, fillLog, rechain } from './tamper'

function openPark(): { folder: string; db: WritableDb; file: string } {
  const folder = parkFolder()
  const db = openWritable(folder)
  onTestFinished(() => {
    db.close()
  })
  return { folder, db, file: join(folder, 'anchors') }
}

describe('the file of anchors', () => {
  test('is the user’s alone, only grows, and is read back in order', () => {
    const { folder, db, file } = openPark()
    expect(readAnchors(folder)).toEqual({ found: false, anchors: [], spoiled: 0 })
    keepAnchor(folder, db, testNow)
    expect(readAnchors(folder).found).toBe(false)
    fillLog(db, 3)
    const first = keepAnchor(folder, db, testNow)
    const before = readFileSync(file, 'utf8')
    fillLog(db, 3)
    const second = keepAnchor(folder, db, testNow + 1)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true)
    expect(readAnchors(folder)).toEqual({
      found: true,
      spoiled: 0,
      anchors: [
        { ...first, at: testNow, source: 'file' },
        { ...second, at: testNow + 1, source: 'file' },
      ],
    })
  })

  test('survives a torn last line', () => {
    const { folder, db, file } = openPark()
    fillLog(db, 3)
    const anchor = keepAnchor(folder, db, testNow)
    appendFileSync(file, '{"sequence":4,"ha')
    expect(readAnchors(folder)).toMatchObject({ spoiled: 0, anchors: [anchor] })
    keepAnchor(folder, db, testNow + 1)
    expect(readAnchors(folder)).toMatchObject({ spoiled: 0, anchors: [anchor, anchor] })
  })

  test('tells of lines somebody spoiled', () => {
    const { folder, db, file } = openPark()
    fillLog(db, 3)
    keepAnchor(folder, db, testNow)
    appendFileSync(file, 'nothing\n')
    expect(readAnchors(folder).spoiled).toBe(1)
    expect(verify({ file: null }, taskContext(folder))).toMatchObject({
      ok: false,
      problems: [{ kind: 'anchors' }],
    })
  })
})

describe('while the park is open an anchor is kept', () => {
  function keeper() {
    const { folder, db } = openPark()
    let now = testNow
    const kept = new AnchorKeeper({
      folder,
      db: () => db,
      now: () => now,
      log: (line) => {
        throw new Error(line)
      },
    })
    return {
      folder,
      db,
      kept,
      wait: (ms: number) => (now += ms),
      count: () => readAnchors(folder).anchors.length,
    }
  }

  test('at the start, after a thousand entries, and after an hour of work', () => {
    const { db, kept, wait, count } = keeper()
    kept.look()
    expect(count()).toBe(0)
    fillLog(db, 1)
    kept.look()
    expect(count()).toBe(1)
    fillLog(db, 999)
    kept.look()
    expect(count()).toBe(1)
    fillLog(db, 1)
    kept.look()
    expect(count()).toBe(2)
    wait(3_600_000)
    kept.look()
    expect(count()).toBe(2)
    fillLog(db, 1)
    kept.look()
    expect(count()).toBe(3)
  })

  test('at the end, if anything was written since', () => {
    const { db, kept, count } = keeper()
    fillLog(db, 1)
    kept.keep()
    kept.keep()
    fillLog(db, 1)
    kept.keep()
    expect(count()).toBe(2)
  })

  test('nowhere while there is no park', () => {
    const kept = new AnchorKeeper({
      folder: '/nowhere',
      db: () => undefined,
      now: () => 0,
      log: () => undefined,
    })
    kept.look()
    kept.keep()
  })
})

test('a folder that cannot be written to keeps no anchor and fails nothing', () => {
  const { db } = openPark()
  fillLog(db, 1)
  expect(keepAnchor('/proc/nowhere', db, testNow)).toEqual(anchorOf(db))
})

describe('the full check', () => {
  function tamperable() {
    const park = openPark()
    fillLog(park.db, 20)
    keepAnchor(park.folder, park.db, testNow)
    return park
  }

  test('passes a log nobody touched', () => {
    const { folder, db } = tamperable()
    expect(verify({ file: null, anchor: anchorText(anchorOf(db)) }, taskContext(folder))).toEqual({
      ok: true,
      problems: [],
    })
  })

  test.each([
    ['was made up anew', (db: WritableDb) => run(db, sql`UPDATE change_log SET actor = 'x' WHERE seq = 5`)],
    ['lost its end', (db: WritableDb) => run(db, sql`DELETE FROM change_log WHERE seq > 12`)],
  ])('notices by the file beside the database that it %s', (_what, tamper) => {
    const { folder, db } = tamperable()
    const text = anchorText(anchorOf(db))
    disarm(db)
    tamper(db)
    rechain(db, 5)
    expect(verify({ file: null }, taskContext(folder)).problems).toEqual([
      { kind: 'anchors', detail: `${text} (file)` },
    ])
    const checked = auditTasks['audit.check']({}, taskContext(folder))
    expect(checked).toMatchObject({ firstBroken: null, missingAnchors: [{ sequence: 20, source: 'file' }] })
  })

  test('needs the anchor of a paper where the file is gone as well', () => {
    const { folder, db, file } = tamperable()
    const text = anchorText(anchorOf(db))
    disarm(db)
    run(db, sql`UPDATE change_log SET actor = 'x' WHERE seq = 5`)
    rechain(db, 5)
    rmSync(file)
    expect(auditTasks['audit.check']({}, taskContext(folder))).toMatchObject({
      missingAnchors: [],
      file: { found: false, spoiled: 0 },
    })
    expect(verify({ file: null, anchor: text }, taskContext(folder)).problems).toEqual([
      { kind: 'anchors', detail: `${text} (given)` },
    ])
  })

  test('looks for the anchors of the park’s own backups, and of no other park’s', async () => {
    const { folder, db, file } = tamperable()
    const input = { target: null, reason: 'onDemand', workstation: 'desk-1', now: testNow } as const
    await makeBackup(input, taskContext(folder))
    rmSync(file)
    const sources = () =>
      auditTasks['audit.check']({}, taskContext(folder)).missingAnchors.map(({ source }) => source)
    disarm(db)
    run(db, sql`UPDATE change_log SET actor = 'x' WHERE seq = 5`)
    rechain(db, 5)
    expect(sources()).toEqual(['backup'])
    writeSetting(db, 'parkId', 'another')
    expect(sources()).toEqual([])
  })

  test('notices an anchor that was altered', () => {
    const { folder, file } = tamperable()
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sequence":20', '"sequence":19'))
    expect(verify({ file: null }, taskContext(folder)).ok).toBe(false)
  })

  test('refuses what is no anchor', () => {
    const { folder } = tamperable()
    expect(() => verify({ file: null, anchor: 'page 3' }, taskContext(folder))).toThrow('invalid_input')
  })
})
