import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkChain } from '../../../electron/data/check-chain'
import { databaseFile, openReadable, openWritable } from '../../../electron/data/connection'
import { listQuarantine } from '../../../electron/data/quarantine'
import { all, get, run, sql } from '../../../electron/data/sql'
import { workstationOf } from '../../../electron/data/workstation'
import { keepAnchor, readAnchors } from '../../../electron/features/audit'
import { copyDatabase, makeBackup } from '../../../electron/features/backups/make'
import { previewRestore } from '../../../electron/features/backups/restore'
import { verifyDatabase } from '../../../electron/features/storage'
import { firstStructure, writeOldPark } from '../../support/old-park'
import { addTenant, parkFolder, taskContext, testFolder, testNow } from '../../support/park'
import { backupOf, leftIn, putBack, tenantsIn } from './park-backup'

function open(folder: string) {
  const db = openWritable(folder)
  onTestFinished(() => void db.close())
  return db
}

function change(folder: string, work: (db: ReturnType<typeof openWritable>) => void): void {
  const db = openWritable(folder)
  work(db)
  db.close()
}

const preview = (folder: string, file: string) =>
  previewRestore({ file, authority: {}, rescue: false, attachmentsFrom: folder }, taskContext(folder))

test('a park that another program has open is not exchanged, so that nothing it saves is lost', async () => {
  const folder = parkFolder()
  const file = await backupOf(folder)
  const other = open(folder)
  await expect(putBack(folder, file)).rejects.toThrow('database_busy')
  addTenant(other)
  other.close()
  expect(tenantsIn(folder)).toBe(1)
  expect(leftIn(folder)).toEqual([])
  await putBack(folder, file)
  expect(tenantsIn(folder)).toBe(0)
}, 30_000)

test('what still stands in the write-ahead log of a file comes with it', async () => {
  const source = parkFolder()
  addTenant(open(source))
  expect(existsSync(`${databaseFile(source)}-wal`)).toBe(true)
  const folder = parkFolder()
  await putBack(folder, databaseFile(source))
  expect(tenantsIn(folder)).toBe(1)
})

test('what is no backup leaves the park as it is', async () => {
  const folder = parkFolder()
  change(folder, addTenant)
  const good = await backupOf(folder)
  const files = testFolder()
  const make = (name: string, bytes: Uint8Array | string) => {
    const file = join(files, name)
    writeFileSync(file, bytes)
    return file
  }
  const whole = readFileSync(good)
  const database = readFileSync(databaseFile(folder))
  await expect(putBack(folder, files)).rejects.toThrow('file_is_folder')
  await expect(putBack(folder, join(files, 'none'))).rejects.toThrow('file_missing')
  const bad = [
    make('empty', ''),
    make('text', 'a table'),
    make('half', whole.subarray(0, whole.length >> 1)),
    make('other database', database.subarray(0, 4096)),
    make('zeroed', Buffer.concat([database.subarray(0, 100), Buffer.alloc(database.length - 100)])),
  ]
  for (const file of bad) await expect(putBack(folder, file), file).rejects.toThrow('backup_invalid')
  await expect(putBack(folder, databaseFile(folder))).rejects.toThrow('backup_invalid')
  expect(tenantsIn(folder)).toBe(1)
  expect(readdirSync(folder)).not.toContain('quarantine')
  expect(leftIn(folder)).toEqual([])
})

test('a backup of a newer version is refused by that name', async () => {
  const folder = parkFolder()
  const file = join(testFolder(), 'newer')
  change(folder, (db) => copyDatabase(db, file))
  const copy = readFileSync(file)
  copy.writeUInt32BE(100_000, 60)
  writeFileSync(file, copy)
  await expect(putBack(folder, file)).rejects.toThrow('database_newer')
})

test('a restore tells what is lost, keeps it aside, and says so in the log', async () => {
  const folder = parkFolder()
  change(folder, addTenant)
  const file = await backupOf(folder)
  change(folder, (db) => {
    addTenant(db, { name: 'Later' })
    addTenant(db, { name: 'Latest' })
    keepAnchor(folder, db, testNow)
  })
  expect(await preview(folder, file)).toMatchObject({
    entriesLost: 2,
    recordsChanged: 2,
    lastChangeAt: testNow,
    otherPark: false,
    encrypted: false,
    manifest: { parkName: 'Test park', counts: { tenants: 1 } },
  })
  expect(tenantsIn(folder)).toBe(3)
  await putBack(folder, file)
  expect(tenantsIn(folder)).toBe(1)
  const db = open(folder)
  expect(verifyDatabase(db, readAnchors(folder).anchors)).toEqual({ ok: true, problems: [] })
  const entry = get<{ changes: string }>(db, sql`SELECT changes FROM change_log WHERE action = 'restored'`)
  expect(JSON.parse(entry?.changes ?? '')).toMatchObject({ givenUp: [expect.stringMatching(/^3:/), null] })
  const [aside] = listQuarantine(folder)
  expect(aside?.bytes).toBeGreaterThan(0)
  db.close()
  // What was moved aside comes back the same way.
  const back = join(folder, 'quarantine', aside?.id ?? '')
  await putBack(folder, databaseFile(back), { attachmentsFrom: back })
  expect(tenantsIn(folder)).toBe(3)
  const restored = open(folder)
  expect(checkChain(restored, readAnchors(folder).anchors).missingAnchors).toEqual([])
})

test('another park is never taken for this one', async () => {
  const folder = parkFolder()
  change(folder, addTenant)
  const other = parkFolder()
  expect(await preview(folder, await backupOf(other))).toMatchObject({ otherPark: true })
})

test('a restored park is another workstation, and so is one that was copied', async () => {
  const folder = parkFolder()
  const first = workstationOf(folder, open(folder))
  expect(workstationOf(folder, open(folder))).toBe(first)
  const copy = testFolder()
  const file = await backupOf(folder)
  mkdirSync(copy, { recursive: true })
  await putBack(copy, file)
  expect(workstationOf(copy, open(copy))).not.toBe(first)
  copyFileSync(join(folder, 'workstation'), join(copy, 'workstation'))
  expect(workstationOf(copy, open(copy))).not.toBe(first)
})

test('a backup of an earlier structure is brought up to date and is still of this park', async () => {
  const earlier = testFolder()
  writeOldPark(earlier, firstStructure)
  const folder = testFolder()
  copyFileSync(databaseFile(earlier), databaseFile(folder))
  const parkIdOf = () => {
    const db = openReadable(folder)
    const row = get<{ value: string }>(db, sql`SELECT value FROM settings WHERE key = 'parkId'`)
    db.close()
    return row?.value
  }
  change(folder, addTenant)
  const parkId = parkIdOf()
  const [before, after] = [tenantsIn(folder), tenantsIn(folder) - 1]
  expect(await preview(folder, databaseFile(earlier))).toMatchObject({ otherPark: false, recordsChanged: 1 })
  await putBack(folder, databaseFile(earlier))
  expect([before, tenantsIn(folder)]).toEqual([before, after])
  expect(parkIdOf()).toBe(parkId)
  expect(verifyDatabase(open(folder))).toEqual({ ok: true, problems: [] })
})

test('a restore that fails in the midst leaves everything where it was', async () => {
  const folder = parkFolder()
  const file = await backupOf(folder)
  change(folder, addTenant)
  // A folder in the way of the quarantine's name: the first move fails.
  writeFileSync(join(folder, 'quarantine'), 'in the way')
  await expect(putBack(folder, file)).rejects.toThrow()
  expect(tenantsIn(folder)).toBe(1)
  expect(leftIn(folder)).toEqual([])
})

test('a backup is not made of a park that does not pass its checks', async () => {
  const folder = parkFolder()
  const good = await backupOf(folder, { target: null })
  change(folder, (db) => {
    const id = addTenant(db)
    db.pragma('foreign_keys = OFF')
    run(db, sql`DELETE FROM tenants_search WHERE rowid IN (SELECT seq FROM tenants WHERE id = ${id})`)
  })
  await expect(backupOf(folder, { target: null, now: testNow + 1000 })).rejects.toThrow('backup_invalid')
  const files = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.parkdesk'))
  expect(files.map((name) => join(folder, 'backups', name))).toEqual([good])
})

test('a backup never takes the place of the park it is of', async () => {
  const folder = parkFolder()
  const db = open(folder)
  const input = { reason: 'onDemand', workstation: '', now: testNow } as const
  for (const target of [databaseFile(folder), `${databaseFile(folder)}-wal`])
    await expect(makeBackup({ ...input, target }, taskContext(folder))).rejects.toThrow('target_unwritable')
  addTenant(db)
  expect(tenantsIn(folder)).toBe(1)
})

test('the copy in the log of a damaged park is no obstacle to a restore', async () => {
  const folder = parkFolder()
  change(folder, addTenant)
  const file = await backupOf(folder)
  truncateSync(databaseFile(folder), 5000)
  expect(await preview(folder, file)).toMatchObject({ entriesLost: null, otherPark: false })
  await putBack(folder, file)
  expect(tenantsIn(folder)).toBe(1)
  expect(all(open(folder), sql`SELECT 1 FROM change_log WHERE action = 'restored'`)).toHaveLength(1)
  expect(openReadable(folder).close()).toBeDefined()
})
