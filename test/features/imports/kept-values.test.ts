import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openReadable, openWritable } from '../../../electron/data/connection'
import { readRecord, removeRecord } from '../../../electron/data/records'
import { inTransaction, type ReadableDb, type WritableDb } from '../../../electron/data/sql'
import { importsTasks } from '../../../electron/features/imports'
import { addRequest, addTenant, parkFolder, testFolder, testWrite } from '../../support/park'
import { importFile, quietTask } from './import-job'

function csvFile(...lines: readonly string[]): string {
  const path = join(testFolder(), 'a.csv')
  writeFileSync(path, lines.join('\n'))
  return path
}

function writing<T>(folder: string, work: (db: WritableDb) => T): T {
  const db = openWritable(folder)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function reading<T>(folder: string, work: (db: ReadableDb) => T): T {
  const db = openReadable(folder)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

test('a tenant called by its name in another language, however written, keeps its name', async () => {
  const folder = parkFolder()
  const names = { name: '丝路公司', nameEn: 'Silk Road “Trade” LLC' }
  const id = writing(folder, (db) => addTenant(db, names))
  const path = csvFile('Name,Country', '"SILK ROAD ""TRADE"" LLC",China')
  const { outcome } = await importFile(folder, 'tenants', path)
  expect(outcome).toMatchObject({ updated: 1 })
  expect(reading(folder, (db) => readRecord(db, 'tenants', id))).toMatchObject({ ...names, country: 'CN' })
})

test('taking an import back gives no request to a tenant that has gone to the bin', async () => {
  const folder = parkFolder()
  const { old, now, request } = writing(folder, (db) => {
    const tenant = addTenant(db, { name: 'Old' })
    const made = addRequest(db, tenant, { reference: 'R-1' })
    return { old: tenant, now: addTenant(db, { name: 'New' }), request: made }
  })
  const path = csvFile('Reference,Type,Tenant,Received at', 'R-1,customs,New,2026-11-20 12:00')
  const { outcome } = await importFile(folder, 'requests', path)
  writing(folder, (db) => inTransaction(db, () => removeRecord(db, 'tenants', old, null, testWrite)))
  const undone = importsTasks['imports.undo']({ batchId: outcome.batchId ?? '' }, quietTask(folder))
  expect(undone).toMatchObject({ keptAtUndo: 1 })
  expect(reading(folder, (db) => readRecord(db, 'requests', request))).toMatchObject({ tenantId: now })
})
