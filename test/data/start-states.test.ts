import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databaseFile, openReadable, openScratch, openWritable } from '../../electron/data/connection'
import { OpenPark } from '../../electron/data/park'
import { number, sql } from '../../electron/data/sql'
import { createPark, demo } from '../../electron/features/storage'
import { addTenant, parkFolder, taskContext, testFolder, testNow, testPark } from '../support/park'

const pageSize = 4096

function opened(folder: string): OpenPark {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  return park
}

/** A park with some records that was closed in good order. */
function workedWith(): string {
  const folder = parkFolder()
  demo({ tenants: 20, requests: 200, incidents: 20, seed: 5, anchor: testNow }, taskContext(folder))
  return folder
}

function patch(folder: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(databaseFile(folder))
  change(bytes)
  writeFileSync(databaseFile(folder), bytes)
}

const wal = (folder: string) => `${databaseFile(folder)}-wal`

const damages: readonly (readonly [string, string, (folder: string) => void])[] = [
  ['emptied', 'database_empty_file', (folder) => truncateSync(databaseFile(folder), 0)],
  ['cut to one page', 'database_damaged', (folder) => truncateSync(databaseFile(folder), pageSize)],
  [
    'cut in half',
    'database_damaged',
    (folder) => truncateSync(databaseFile(folder), Math.floor(statSync(databaseFile(folder)).size / 2)),
  ],
  ['without its header', 'database_damaged', (folder) => patch(folder, (bytes) => bytes.fill(0, 0, 100))],
  [
    'with an empty first page',
    'database_damaged',
    (folder) => patch(folder, (bytes) => bytes.fill(0, 0, pageSize)),
  ],
  [
    'with an empty page somewhere',
    'database_damaged',
    (folder) => patch(folder, (bytes) => bytes.fill(0, 20 * pageSize, 21 * pageSize)),
  ],
  [
    'a letter',
    'database_damaged',
    (folder) => writeFileSync(databaseFile(folder), 'Dear Sir or Madam, '.repeat(500)),
  ],
  [
    'another program’s database',
    'database_foreign',
    (folder) => {
      rmSync(databaseFile(folder))
      const db = openScratch(databaseFile(folder), { readonly: false })
      db.exec('CREATE TABLE notes (text)')
      db.close()
    },
  ],
  [
    'of a newer Parkdesk',
    'database_newer',
    (folder) => patch(folder, (bytes) => bytes.writeUInt32BE(99_990, 60)),
  ],
  [
    'of no version at all',
    'database_damaged',
    (folder) => patch(folder, (bytes) => bytes.writeUInt32BE(0, 60)),
  ],
]

describe('a file that is', () => {
  test.each(damages)(
    '%s is refused as %s, left as it is, and never replaced by a new park',
    (_what, code, damage) => {
      const folder = workedWith()
      damage(folder)
      const before = readFileSync(databaseFile(folder))
      const park = opened(folder)
      expect(park.state()).toMatchObject({ state: 'damaged', failure: { code } })
      expect(() => park.db).toThrow(code)
      expect(() => park.create(testPark)).toThrow(code)
      expect(() => createPark(folder, testPark)).toThrow(/park_exists|database_empty_file/)
      park.reopen(false)
      expect(park.state().state).toBe('damaged')
      park.close()
      expect(readFileSync(databaseFile(folder))).toEqual(before)
    },
  )

  test('damaged is closed to others no longer than it takes to see that', () => {
    const folder = workedWith()
    truncateSync(databaseFile(folder), pageSize)
    const park = opened(folder)
    expect(park.state().state).toBe('damaged')
    expect(existsSync(join(folder, 'owner.json'))).toBe(false)
  })
})

describe('a folder without its database file', () => {
  test.each(['backups', 'quarantine', 'attachments'])(
    'that still holds %s gets no new park over it',
    (name) => {
      const folder = testFolder()
      mkdirSync(join(folder, name))
      expect(opened(folder).state().state).toBe('empty')
      writeFileSync(join(folder, name, 'something'), 'x')
      const park = opened(folder)
      expect(park.state()).toMatchObject({ state: 'damaged', failure: { code: 'database_missing' } })
      expect(() => park.create(testPark)).toThrow('database_missing')
      expect(() => createPark(folder, testPark)).toThrow('database_missing')
      expect(() => openReadable(folder)).toThrow('database_missing')
    },
  )

  test('but with its write-ahead log is no empty folder either', () => {
    const folder = testFolder()
    writeFileSync(wal(folder), 'x'.repeat(100))
    expect(opened(folder).state().failure?.code).toBe('database_missing')
    expect(readFileSync(wal(folder), 'utf8')).toHaveLength(100)
  })

  test('and with nothing but a log of the program is empty', () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs', 'parkdesk.log'), 'started')
    const park = opened(folder)
    expect(park.state()).toEqual({ state: 'empty', failure: null })
    park.create(testPark)
    expect(park.state().state).toBe('ready')
  })
})

describe('the write-ahead log', () => {
  /** A park as a power cut leaves it: its newest row stands in the log alone. */
  function cutOff(): string {
    const source = parkFolder()
    const db = openWritable(source)
    addTenant(db)
    const folder = testFolder()
    for (const part of ['', '-wal'])
      copyFileSync(`${databaseFile(source)}${part}`, `${databaseFile(folder)}${part}`)
    db.close()
    return folder
  }
  const tenantsIn = (folder: string) => number(opened(folder).db, sql`SELECT count(*) FROM tenants`)

  test('is taken in', () => expect(tenantsIn(cutOff())).toBe(1))

  test.each([
    ['deleted', (file: string) => rmSync(file)],
    ['truncated', (file: string) => truncateSync(file, 40)],
    ['garbage', (file: string) => writeFileSync(file, Buffer.alloc(9000, 0x5a))],
    ['another park’s', (file: string) => copyFileSync(wal(cutOff()), file)],
  ])('that is %s leaves a sound park', (_what, damage) => {
    const folder = cutOff()
    damage(wal(folder))
    expect([0, 1]).toContain(tenantsIn(folder))
    expect(opened(folder).state()).not.toMatchObject({ failure: { code: 'internal' } })
  })
})

describe('a park that is damaged while it is open', () => {
  test('is given up at the first sign of it, and used again once it is mended', () => {
    const folder = workedWith()
    let told = 0
    const park = new OpenPark(folder, { failed: () => (told += 1) })
    onTestFinished(() => park.close())
    const sound = join(testFolder(), 'sound.sqlite')
    park.close()
    copyFileSync(databaseFile(folder), sound)
    expect(park.state().state).toBe('ready')
    park.suspect()
    expect(park.state().state).toBe('ready')
    expect(told).toBe(0)
    const spoilt = readFileSync(sound).fill(0, 20 * pageSize, 21 * pageSize)
    const handle = join(folder, 'spoilt')
    writeFileSync(handle, spoilt)
    // As a failing disk does: the same file, other content.
    execFileSync('dd', [`if=${handle}`, `of=${databaseFile(folder)}`, 'conv=notrunc', 'status=none'])
    park.suspect()
    expect(park.state()).toMatchObject({ state: 'damaged', failure: { code: 'database_damaged' } })
    expect(told).toBe(1)
    renameSync(sound, databaseFile(folder))
    expect(park.state().state).toBe('ready')
  })
})

test('every connection holds its settings, after its first write as well', () => {
  const folder = parkFolder()
  const park = opened(folder)
  const writable = openWritable(folder)
  const reading = openReadable(folder)
  addTenant(park.db)
  addTenant(writable)
  for (const db of [park.db, writable, reading]) {
    number(db, sql`SELECT count(*) FROM tenants`)
    const read = (name: string) => db.pragma(name, { simple: true })
    expect(
      ['synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'secure_delete'].map(read),
    ).toEqual([2, 1, 0, 1, 1])
    expect(['journal_mode', 'mmap_size', 'temp_store'].map(read)).toEqual(['wal', 0, 2])
  }
  writable.close()
  reading.close()
})

test('closing leaves one whole file behind', () => {
  const folder = parkFolder()
  const park = new OpenPark(folder)
  addTenant(park.db)
  expect(statSync(wal(folder)).size).toBeGreaterThan(0)
  park.close()
  expect(existsSync(wal(folder))).toBe(false)
  expect(existsSync(join(folder, 'owner.json'))).toBe(false)
})
