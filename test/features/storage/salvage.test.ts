import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databaseFile, openReadable, openWritable } from '../../../electron/data/connection'
import { OpenPark } from '../../../electron/data/park'
import { salvageFolder } from '../../../electron/data/park-file'
import { all, number, sql, type ReadableDb } from '../../../electron/data/sql'
import { demo, verifyDatabase } from '../../../electron/features/storage'
import { salvageInPlace, salvageRead } from '../../../electron/features/storage/salvage/salvage'
import { parkFolder, taskContext, testFolder, testNow, testWrite } from '../../support/park'

const pageSize = 4096

function samplePark(): string {
  const folder = parkFolder()
  demo({ tenants: 40, requests: 600, incidents: 60, seed: 3, anchor: testNow }, taskContext(folder))
  return folder
}

/** Overwrites whole pages of a file nobody has open. */
function spoil(folder: string, pages: readonly number[], byte = 0): void {
  const bytes = readFileSync(databaseFile(folder))
  for (const page of pages) bytes.fill(byte, (page - 1) * pageSize, page * pageSize)
  writeFileSync(databaseFile(folder), bytes)
}

function read<T>(folder: string, work: (db: ReadableDb) => T): T {
  const db = openReadable(folder)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Pages of a table's own tree, leaves last. */
function pagesOf(folder: string, table: string): number[] {
  const root = read(folder, (db) => number(db, sql`SELECT rootpage FROM sqlite_schema WHERE name = ${table}`))
  const bytes = readFileSync(databaseFile(folder))
  const at = (root - 1) * pageSize
  if (bytes[at] !== 5) return [root]
  const cells = bytes.readUInt16BE(at + 3)
  const children = Array.from({ length: cells }, (_none, index) =>
    bytes.readUInt32BE(at + bytes.readUInt16BE(at + 12 + 2 * index)),
  )
  return [root, ...children, bytes.readUInt32BE(at + 8)]
}

const counts = (db: ReadableDb) =>
  Object.fromEntries(
    ['tenants', 'requests', 'incidents', 'change_log'].map((table) => [
      table,
      number(db, sql`SELECT count(*) FROM ${{ text: table, values: [] }}`),
    ]),
  )

function salvaged(folder: string) {
  const preview = salvageRead({}, taskContext(folder))
  salvageInPlace(folder, testWrite)
  return Object.fromEntries(preview.tables.map((table) => [table.name, table]))
}

describe('salvage', () => {
  test('of a file with a few bad pages keeps all other rows, makes the search anew, and moves the file aside', () => {
    const folder = samplePark()
    const before = read(folder, counts)
    const [, first = 0, second = 0] = pagesOf(folder, 'requests')
    spoil(folder, [first, second])
    const tables = salvaged(folder)
    const lost = tables['requests']?.lost ?? 0
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThan(60)
    read(folder, (db) => {
      expect(counts(db)).toMatchObject({
        tenants: before['tenants'],
        requests: (before['requests'] ?? 0) - lost,
        incidents: before['incidents'],
      })
      expect(verifyDatabase(db)).toEqual({ ok: true, problems: [] })
    })
    const [aside = ''] = readdirSync(join(folder, 'quarantine'))
    expect(statSync(join(folder, 'quarantine', aside, 'parkdesk.sqlite')).size).toBeGreaterThan(0)
    expect(existsSync(salvageFolder(folder))).toBe(false)
  })

  test('brings tenants back by name alone where only what belongs to them can be read', () => {
    const folder = samplePark()
    const before = read(folder, counts)
    spoil(folder, pagesOf(folder, 'tenants').slice(0, 1), 0xff)
    salvaged(folder)
    read(folder, (db) => {
      expect(number(db, sql`SELECT count(*) FROM requests`)).toBe(before['requests'])
      expect(number(db, sql`SELECT count(*) FROM tenants WHERE name GLOB '[?] *'`)).toBeGreaterThan(0)
      expect(all(db, sql`SELECT * FROM pragma_foreign_key_check`)).toEqual([])
    })
  })

  test('keeps the log up to its first lost entry, says so in it, and goes on from there', () => {
    const folder = samplePark()
    const leaves = pagesOf(folder, 'change_log')
    spoil(folder, leaves.slice(6, 7))
    const tables = salvaged(folder)
    read(folder, (db) => {
      const entries = number(db, sql`SELECT count(*) FROM change_log`)
      expect(entries).toBe((tables['change_log']?.read ?? 0) + 1)
      const [last] = all<{ action: string; register: string }>(
        db,
        sql`SELECT action, register FROM change_log ORDER BY seq DESC LIMIT 1`,
      )
      expect(last).toEqual({ action: 'restored', register: 'storage' })
      expect(verifyDatabase(db).problems).toEqual([])
    })
  })

  test('of a file whose description is gone reads nothing and changes nothing', () => {
    const folder = samplePark()
    spoil(folder, [1])
    const bytes = readFileSync(databaseFile(folder))
    expect(() => salvageRead({}, taskContext(folder))).toThrow('salvage_nothing')
    expect(readFileSync(databaseFile(folder))).toEqual(bytes)
  })
})

test('what was read stays until it is used, also when the damaged file is looked at again in between', () => {
  const folder = samplePark()
  spoil(folder, pagesOf(folder, 'requests').slice(-2))
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  expect(park.state().failure?.code).toBe('database_damaged')
  salvageRead({}, taskContext(folder))
  utimesSync(databaseFile(folder), new Date(), new Date())
  expect(park.state().failure?.code).toBe('database_damaged')
  expect(existsSync(databaseFile(salvageFolder(folder)))).toBe(true)
})

describe('salvage of a park with accounts', () => {
  function parkWithAccounts(): string {
    const folder = samplePark()
    const db = openWritable(folder)
    db.exec(
      `INSERT INTO settings (key, value) VALUES ('accounts', '{"recoveryVerifier":"00","recipient":"age1","recoveryCheckedAt":null}')`,
    )
    const insert =
      db.prepare(`INSERT INTO accounts (id, name, name_key, display_name, role_id, password, must_change, created_at, created_by, updated_at, updated_by)
      VALUES (?, ?, ?, ?, 'administrator', ?, 0, 0, '', 0, '')`)
    const password =
      '$scrypt$ln=17,r=8,p=1$aaaaaaaaaaaaaaaaaaaaaa$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
    for (let index = 0; index < 60; index += 1) {
      const name = `person-${index}`
      insert.run(
        `00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
        name,
        name,
        name,
        password,
      )
    }
    db.close()
    return folder
  }

  test('keeps them, and asks for somebody who may', () => {
    const folder = parkWithAccounts()
    spoil(folder, pagesOf(folder, 'requests').slice(1, 2))
    const preview = salvageRead({}, taskContext(folder))
    expect(preview.needsAuthority).toBe(true)
    expect(preview.tables.find(({ name }) => name === 'accounts')).toMatchObject({ read: 60, lost: 0 })
  })

  test('is refused where accounts or the switch for them cannot be read', () => {
    for (const table of ['accounts', 'settings']) {
      const folder = parkWithAccounts()
      spoil(folder, pagesOf(folder, table).slice(0, 1), 0xff)
      expect(() => salvageRead({}, taskContext(folder)), table).toThrow('salvage_accounts')
      expect(existsSync(databaseFile(salvageFolder(folder)))).toBe(false)
    }
  })
})

test('there is nothing to put in place where nothing was read', () => {
  expect(() => salvageInPlace(testFolder(), testWrite)).toThrow('salvage_nothing')
})
