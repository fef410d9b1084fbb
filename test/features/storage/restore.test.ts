import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile, openReadable, openWritable } from '../../../electron/data/connection'
import { number, sql } from '../../../electron/data/sql'
import { backup } from '../../../electron/features/storage/backup'
import { restore } from '../../../electron/features/storage'
import { addTenant, parkFolder, taskContext, testFolder, testNow } from '../../support/park'

const putBack = (folder: string, file: string) => restore(folder, file, 'operator', 'desk-1', testNow)

function backupOf(folder: string): string {
  const target = join(testFolder(), 'copy.parkdesk')
  backup({ target }, taskContext(folder))
  return target
}

function tenantsIn(folder: string): number {
  const db = openReadable(folder)
  try {
    return number(db, sql`SELECT count(*) FROM tenants`)
  } finally {
    db.close()
  }
}

function open(folder: string) {
  const db = openWritable(folder)
  onTestFinished(() => void db.close())
  return db
}

test('a park that another program has open is not exchanged, so that nothing it saves is lost', () => {
  const folder = parkFolder()
  const file = backupOf(folder)
  const other = open(folder)
  expect(() => putBack(folder, file)).toThrow('database_busy')
  addTenant(other)
  other.close()
  expect(tenantsIn(folder)).toBe(1)
  putBack(folder, file)
  expect(tenantsIn(folder)).toBe(0)
}, 20_000)

test('what still stands in the write-ahead log of a file comes with it', () => {
  const source = parkFolder()
  addTenant(open(source))
  expect(existsSync(`${databaseFile(source)}-wal`)).toBe(true)
  const folder = parkFolder()
  putBack(folder, databaseFile(source))
  expect(tenantsIn(folder)).toBe(1)
})

test('a folder is no backup', () => {
  const folder = parkFolder()
  expect(() => putBack(folder, testFolder())).toThrow('file_is_folder')
  expect(readdirSync(folder)).not.toContain('quarantine')
})

test('a backup never takes the place of the park it is of', () => {
  const folder = parkFolder()
  const db = open(folder)
  expect(() => backup({ target: databaseFile(folder) }, taskContext(folder))).toThrow('target_unwritable')
  expect(() => backup({ target: `${databaseFile(folder)}-wal` }, taskContext(folder))).toThrow(
    'target_unwritable',
  )
  addTenant(db)
  expect(tenantsIn(folder)).toBe(1)
})
