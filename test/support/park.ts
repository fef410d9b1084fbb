import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { soleOperator } from '@shared/contract/rights'
import type { Park } from '@shared/features/settings/settings'
import type { AnyValues } from '@shared/kernel/registers'
import { appendToLog, type WriteContext } from '../../electron/data/change-log'
import { createInMemory } from '../../electron/data/connection'
import type { CommandContext } from '../../electron/data/handlers'
import { createRecord } from '../../electron/data/records'
import { inTransaction, type WritableDb } from '../../electron/data/sql'
import type { TaskContext } from '../../electron/data/task'
import { writePark } from '../../electron/features/settings'
import { createPark } from '../../electron/features/storage'

/** 2026-11-20 12:00 in Almaty. */
export const testNow = Date.UTC(2026, 10, 20, 7)

export const testPark: Park = {
  nameZh: '测试园区',
  nameRu: 'Тестовый парк',
  nameEn: 'Test park',
  timeZone: 'Asia/Almaty',
  currency: 'CNY',
  country: 'KZ',
}

export const testWrite: WriteContext = {
  actor: 'operator',
  workstation: 'desk-1',
  now: testNow,
  batchId: null,
}

/** An empty park in memory, closed when the test ends. */
export function memoryPark(): WritableDb {
  const db = createInMemory()
  inTransaction(db, () => writePark(db, testPark))
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** A folder of its own, gone when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parkdesk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty park on disk; answers its folder. */
export function parkFolder(): string {
  const folder = testFolder()
  createPark(folder, testPark).close()
  return folder
}

function unavailable(): never {
  throw new Error('not part of this test')
}

/** What handlers are given, over a database in memory. */
export function commandContext(db: WritableDb, changes: Partial<CommandContext> = {}): CommandContext {
  const context: CommandContext = {
    db,
    session: soleOperator(),
    sessions: {
      begin: unavailable,
      end: unavailable,
      endAllOf: unavailable,
      endOthersOf: unavailable,
      lockedName: () => '',
    },
    enter: (entry) => inTransaction(db, () => appendToLog(db, entry, testWrite)),
    folder: '',
    now: () => testNow,
    workstation: 'desk-1',
    pathOf: unavailable,
    targetOf: unavailable,
    runTask: unavailable,
    cancelJob: unavailable,
    printPdf: unavailable,
    openOutside: unavailable,
    changed: () => undefined,
    park: {
      state: () => ({ state: 'ready', failure: null }),
      create: unavailable,
      replace: unavailable,
      reopen: unavailable,
      suspect: unavailable,
      giveUp: unavailable,
      condition: () => ({ readOnly: false, uncleanStop: false, quickChecked: true }),
    },
  }
  // Not by spreading: `db` may be a getter, as in the data process.
  return Object.defineProperties(context, Object.getOwnPropertyDescriptors(changes))
}

/** What tasks are given when a test runs them in its own thread. */
export function taskContext(folder: string): TaskContext {
  return { folder, actor: 'operator', progress: () => undefined, checkCancelled: () => undefined }
}

/** Stores a tenant; answers its id. */
export function addTenant(db: WritableDb, values: AnyValues = {}): string {
  return inTransaction(db, () => createRecord(db, 'tenants', { name: 'ООО «Ёлка»', ...values }, testWrite))
}

let serial = 0

/** Stores a request of a tenant; answers its id. */
export function addRequest(db: WritableDb, tenantId: string, values: AnyValues = {}): string {
  serial += 1
  const required = {
    reference: `T-${serial}`,
    type: 'customs',
    tenantId,
    receivedAt: testNow,
    status: 'new',
    priority: 'normal',
  }
  return inTransaction(db, () => createRecord(db, 'requests', { ...required, ...values }, testWrite))
}

/** Stores an incident; answers its id. */
export function addIncident(db: WritableDb, values: AnyValues = {}): string {
  serial += 1
  const required = {
    reference: `S-${serial}`,
    category: 'theft',
    severity: 2,
    occurredAt: testNow,
    status: 'reported',
  }
  return inTransaction(db, () => createRecord(db, 'incidents', { ...required, ...values }, testWrite))
}
