import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile, openWritable } from '../../electron/data/connection'
import { OpenPark } from '../../electron/data/park'
import { number, sql } from '../../electron/data/sql'
import { addTenant, parkFolder, testFolder } from '../support/park'

function opened(folder: string): OpenPark {
  const park = new OpenPark(folder)
  onTestFinished(() => park.close())
  return park
}

const tenantsOf = (park: OpenPark) => number(park.db, sql`SELECT count(*) FROM tenants`)

test('nothing is saved into a file that was moved away; back in its place, work goes on', () => {
  const folder = parkFolder()
  const park = opened(folder)
  addTenant(park.db)
  const elsewhere = join(testFolder(), 'moved.sqlite')
  renameSync(databaseFile(folder), elsewhere)
  expect(() => park.db).toThrow('park_missing')
  expect(park.state()).toEqual({ state: 'empty', failure: null })
  expect(park.dataVersion()).toBe(0)
  renameSync(elsewhere, databaseFile(folder))
  expect(tenantsOf(park)).toBe(1)
})

test('nothing is saved into a folder that was deleted', () => {
  const folder = parkFolder()
  const park = opened(folder)
  rmSync(folder, { recursive: true })
  expect(() => park.db).toThrow('park_missing')
})

test('another file in the place of the park is the one that is used', () => {
  const folder = parkFolder()
  const park = opened(folder)
  addTenant(park.db)
  const other = parkFolder()
  const db = openWritable(other)
  addTenant(db)
  addTenant(db, { name: 'Second' })
  db.close()
  for (const part of ['-wal', '-shm']) rmSync(`${databaseFile(folder)}${part}`)
  renameSync(databaseFile(other), databaseFile(folder))
  expect(tenantsOf(park)).toBe(2)
})

test('a file that could not be opened is tried again when it has been mended', () => {
  const folder = testFolder()
  writeFileSync(databaseFile(folder), '')
  const park = opened(folder)
  expect(() => park.db).toThrow('database_empty_file')
  expect(park.state()).toMatchObject({ state: 'damaged' })
  renameSync(databaseFile(parkFolder()), databaseFile(folder))
  expect(park.state()).toEqual({ state: 'ready', failure: null })
  expect(tenantsOf(park)).toBe(0)
})
