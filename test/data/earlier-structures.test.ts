import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databaseFile, openReadable, openReadableFile, openWritable } from '../../electron/data/connection'
import { currentVersion, migrations } from '../../electron/data/migrations'
import { OpenPark } from '../../electron/data/park'
import { all, sql, type ReadableDb } from '../../electron/data/sql'
import { backupBeforeMigration } from '../../electron/features/backups'
import { verifyDatabase } from '../../electron/features/storage'
import { structures, writeOldPark } from '../support/old-park'
import { addTenant, testFolder } from '../support/park'

type Content = Record<string, { readonly columns: string[]; readonly rows: unknown[][] }>

const older = structures.filter((version) => version < currentVersion)

/** Every row of every table, by the columns it has. */
function contentOf(db: ReadableDb, columnsOf?: Content): Content {
  const tables = all<{ name: string }>(
    db,
    sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'`,
  )
  const content: Content = {}
  for (const { name } of tables) {
    const found = all<{ name: string }>(db, sql`SELECT name FROM pragma_table_info(${name})`)
    const columns = columnsOf?.[name]?.columns ?? found.map((column) => column.name)
    const order = columns.map((_column, index) => index + 1).join(', ')
    const rows = db
      .prepare(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order}`)
      .raw()
      .all()
    content[name] = { columns, rows: rows as unknown[][] }
  }
  return content
}

function oldPark(structure: number): { readonly folder: string; readonly before: Content } {
  const folder = testFolder()
  writeOldPark(folder, structure)
  const db = openReadableFile(databaseFile(folder))
  const before = contentOf(db)
  db.close()
  return { folder, before }
}

const versionOf = (db: ReadableDb) => db.pragma('user_version', { simple: true })

describe.each(older)('a park of structure %i', (structure) => {
  test('is backed up, brought up to date with nothing lost, and sound', () => {
    const { folder, before } = oldPark(structure)
    const park = new OpenPark(folder, { beforeMigration: backupBeforeMigration })
    onTestFinished(() => park.close())
    const after = contentOf(park.db, before)
    for (const [table, { rows }] of Object.entries(before)) {
      // Settings may gain some of their own.
      if (table === 'settings') expect(after[table]?.rows).toEqual(expect.arrayContaining(rows))
      else expect(after[table]?.rows, table).toEqual(rows)
    }
    expect(versionOf(park.db)).toBe(currentVersion)
    expect(verifyDatabase(park.db)).toEqual({ ok: true, problems: [] })
    addTenant(park.db)
    const [name = ''] = readdirSync(join(folder, 'backups')).filter((each) => each.endsWith('.parkdesk'))
    const copy = openReadableFile(join(folder, 'backups', name))
    expect(versionOf(copy)).toBe(structure)
    expect(contentOf(copy)).toEqual(before)
    copy.close()
  })

  test('stays as it is where the backup before the change fails', () => {
    const { folder, before } = oldPark(structure)
    const beforeMigration = () => {
      throw new Error('no room for a backup')
    }
    expect(() => openWritable(folder, { beforeMigration })).toThrow('no room for a backup')
    const db = openReadableFile(databaseFile(folder))
    expect(versionOf(db)).toBe(structure)
    expect(contentOf(db)).toEqual(before)
    db.close()
  })
})

test('a park of an older structure is brought up to date whoever opens it first, also only to read', () => {
  const { folder } = oldPark(older[0] ?? 0)
  const db = openReadable(folder)
  expect(versionOf(db)).toBe(currentVersion)
  expect(db.readonly).toBe(true)
  db.close()
})

test('every structure there has been is tried', () => {
  expect(structures).toEqual(migrations.map(({ version }) => version).slice(4))
})
