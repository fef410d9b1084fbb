import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createInMemory, databaseFile, openReadable, openWritable } from '../../electron/data/connection'
import { migrate } from '../../electron/data/migrate'
import { currentVersion, migrations } from '../../electron/data/migrations'
import { inTransaction, number, sql, type WritableDb } from '../../electron/data/sql'
import { createPark, demo, removeSample, sampleSize, verify } from '../../electron/features/storage'
import { addTenant, parkFolder, taskContext, testFolder, testNow, testPark, testWrite } from '../support/park'

const tenants = (db: WritableDb) => number(db, sql`SELECT count(*) FROM tenants WHERE deleted_at IS NULL`)

describe('opening a park', () => {
  test('commits reach the disk at once: synchronous is FULL after the first write', () => {
    const db = openWritable(parkFolder())
    addTenant(db)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  test('a missing, empty, foreign or newer file is refused by name and left as it is', () => {
    const folder = testFolder()
    expect(() => openWritable(folder)).toThrow('park_missing')
    writeFileSync(databaseFile(folder), '')
    expect(() => openWritable(folder)).toThrow('database_empty_file')
    writeFileSync(databaseFile(folder), 'This is a letter, not a database. '.repeat(200))
    const before = readFileSync(databaseFile(folder))
    expect(() => openWritable(folder)).toThrow('database_damaged')
    expect(readFileSync(databaseFile(folder))).toEqual(before)
  })

  test('a file of a newer Parkdesk is refused before anything is written', () => {
    const folder = parkFolder()
    const db = openWritable(folder)
    db.pragma(`user_version = ${currentVersion + 10}`)
    db.close()
    expect(() => openWritable(folder)).toThrow('database_newer')
    expect(() => openReadable(folder)).toThrow('database_newer')
  })

  test('a second park is not made where there is one', () => {
    const folder = parkFolder()
    expect(() => createPark(folder, testPark)).toThrow('park_exists')
    expect(() => createPark(testFolder(), { ...testPark, timeZone: 'Mars/Olympus' })).toThrow(
      'time_zone_invalid',
    )
  })
})

describe('migrations', () => {
  test('are in order, in tens', () => {
    const versions = migrations.map((step) => step.version)
    expect(versions).toEqual([...versions].sort((one, other) => one - other))
    expect(versions.every((version) => version % 10 === 0)).toBe(true)
  })

  test('that fail half way leave the structure as it was', () => {
    const db = createInMemory()
    const broken = {
      version: currentVersion + 10,
      name: 'broken',
      statements: ['CREATE TABLE extra (id)', 'NONSENSE'],
    }
    expect(() => migrate(db, [...migrations, broken])).toThrow()
    expect(db.pragma('user_version', { simple: true })).toBe(currentVersion)
    expect(number(db, sql`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`)).toBe(0)
    db.close()
  })
})

describe('the sample park', () => {
  const size = { tenants: 12, requests: 80, incidents: 10, seed: 7, anchor: testNow }

  test('is the same for the same seed', () => {
    const figures = [1, 2].map(() => {
      const folder = parkFolder()
      demo(size, taskContext(folder))
      const db = openReadable(folder)
      const sums = db
        .prepare('SELECT sum(declared_value), sum(received_at), group_concat(container) FROM requests')
        .get()
      db.close()
      return sums
    })
    expect(figures[0]).toEqual(figures[1])
  })

  test('is taken out again without what was entered besides', () => {
    const folder = parkFolder()
    demo(size, taskContext(folder))
    const db = openWritable(folder)
    addTenant(db, { name: 'Own tenant' })
    expect(sampleSize(db)).toEqual({ tenants: 12, requests: 80, incidents: 10 })
    expect(inTransaction(db, () => number(db, sql`SELECT 1`))).toBe(1)
    expect(removeSample(db, testWrite)).toEqual({ tenants: 12, requests: 80, incidents: 10 })
    expect(tenants(db)).toBe(1)
    expect(sampleSize(db)).toBeNull()
    db.close()
    expect(verify({ file: null }, taskContext(folder))).toEqual({ ok: true, problems: [] })
  })
})
