import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { appendToLog, type LogEntry } from '../../../electron/data/change-log'
import { databaseFile, openReadableFile, openScratch } from '../../../electron/data/connection'
import { migrate } from '../../../electron/data/migrate'
import { migrations } from '../../../electron/data/migrations'
import { createRouter } from '../../../electron/data/router'
import type { CommandContext } from '../../../electron/data/handlers'
import { OpenPark } from '../../../electron/data/park'
import { inTransaction, type ReadableDb, type WritableDb } from '../../../electron/data/sql'
import type { TaskContext } from '../../../electron/data/task'
import { createRecord } from '../../../electron/data/records'
import { backupBeforeMigration } from '../../../electron/features/backups/pre-migration'
import { createPark, demo } from '../../../electron/features/storage'
import { verifyDatabase } from '../../../electron/features/storage/verify'
import type { OperationName } from '@shared/contract/contract'
import { soleOperator } from '@shared/contract/rights'
import type { Result } from '@shared/contract/result'
import type { Park } from '@shared/features/settings/settings'

// Everything the fault plan does with the product goes through this file, and what only one deed needs is imported by that
// deed alone: a victim is started thousands of times.

export const operator = 'operator'
export const workstation = 'desk-1'

const park: Park = {
  nameZh: '测试园区',
  nameRu: 'Тестовый парк',
  nameEn: 'Test park',
  timeZone: 'Asia/Almaty',
  currency: 'CNY',
  country: 'KZ',
}

/** What happened in invented parks happened before this instant, 2026-11-20 12:00 in Almaty. */
const anchor = Date.UTC(2026, 10, 20, 7)

/** What a task is given; its progress goes to nobody. */
export function taskContext(folder: string): TaskContext {
  return { folder, actor: operator, progress: () => undefined, checkCancelled: () => undefined }
}

/** Makes an empty park. */
export function newPark(folder: string): void {
  createPark(folder, park).close()
}

/** The incident that single commands change again and again. */
export const changedReference = 'K-1'

/** Incidents of the park that `smallPark` makes. */
export const incidentsInModel = 13

/** Makes a park with some records of every register. */
export function smallPark(folder: string): void {
  newPark(folder)
  demo({ tenants: 12, requests: 60, incidents: incidentsInModel - 1, seed: 5, anchor }, taskContext(folder))
  const opened = new OpenPark(folder)
  const values = { reference: changedReference, category: 'theft', severity: 2, occurredAt: anchor }
  const write = { actor: operator, workstation, now: anchor, batchId: null }
  inTransaction(opened.db, () =>
    createRecord(opened.db, 'incidents', { ...values, status: 'reported', description: 'as it was' }, write),
  )
  opened.close()
}

/** An open park as the data process has it. */
export type Desk = {
  readonly db: WritableDb
  readonly call: (name: OperationName, input: object) => Promise<Result<unknown>>
  readonly close: () => void
}

function unavailable(): never {
  throw new Error('not part of this deed')
}

/** Opens a park as the data process does; operations go through the real router. */
export function openDesk(folder: string, now: () => number = Date.now): Desk {
  const opened = new OpenPark(folder, { beforeMigration: backupBeforeMigration })
  const context: CommandContext = {
    get db() {
      return opened.db
    },
    park: opened,
    session: soleOperator(),
    sessions: { ...sessionsOf, lockedName: () => '' },
    enter: (entry) => enterInLog(opened.db, entry, now()),
    folder,
    now,
    workstation,
    pathOf: (token) => token,
    targetOf: (token) => token,
    runTask: unavailable,
    cancelJob: unavailable,
    printPdf: unavailable,
    openOutside: unavailable,
    changed: () => undefined,
  }
  const route = createRouter({
    context: () => context,
    writable: () => Promise.resolve(),
    log: () => undefined,
    suspect: opened.suspect,
  })
  return {
    get db() {
      return opened.db
    },
    call: async (name, input) => JSON.parse(await route(name, JSON.stringify(input), 1)) as Result<unknown>,
    close: () => opened.close(),
  }
}

const sessionsOf = { begin: unavailable, end: unavailable, endAllOf: unavailable, endOthersOf: unavailable }

function enterInLog(db: WritableDb, entry: LogEntry, now: number): void {
  inTransaction(db, () => appendToLog(db, entry, { actor: operator, workstation, now, batchId: null }))
}

/** Starts the program on a park and lets it do what it does by itself after every start. */
export async function startProgram(folder: string): Promise<Desk> {
  const desk = openDesk(folder)
  try {
    void desk.db
    const { clearLeftovers } = await import('../../../electron/data/backup-files')
    const { attachmentsTasks } = await import('../../../electron/features/attachments/attachments.tasks')
    clearLeftovers(folder)
    attachmentsTasks['attachments.collect']({}, taskContext(folder))
    return desk
  } catch (error) {
    desk.close()
    throw error
  }
}

/** Takes a file of incidents in; answers how many were created. Errors: the product's own. */
export async function importer(): Promise<(folder: string, path: string) => Promise<number>> {
  const { importsTasks } = await import('../../../electron/features/imports')
  return async (folder, path) => {
    const input = { jobId: randomUUID(), register: 'incidents', path } as const
    return (await importsTasks['imports.run'](input, taskContext(folder))).created
  }
}

/** Making a backup of a park into a file, and putting one in the place of a park. */
export async function storage(): Promise<{
  readonly backUp: (folder: string, target: string) => Promise<void>
  readonly putBack: (folder: string, file: string) => Promise<void>
}> {
  const { makeBackup } = await import('../../../electron/features/backups/make')
  const { putInPlace, stageRestore } = await import('../../../electron/features/backups/restore')
  return {
    backUp: async (folder, target) => {
      await makeBackup({ target, reason: 'onDemand', workstation, now: Date.now() }, taskContext(folder))
    },
    putBack: async (folder, file) => {
      const input = { file, authority: {}, rescue: false, attachmentsFrom: folder }
      const ready = await stageRestore(input, taskContext(folder))
      putInPlace(folder, ready, { actor: operator, now: Date.now(), name: basename(file) })
    },
  }
}

/** Exports the incidents as a text table. */
export async function exporter(): Promise<(folder: string, path: string) => Promise<unknown>> {
  const { exportsTasks } = await import('../../../electron/features/exports')
  return async (folder, path) =>
    exportsTasks['exports.run'](
      { register: 'incidents', format: 'csv', language: 'en', path, rights: [...soleOperator().rights] },
      taskContext(folder),
    )
}

/** Writes the report of a month in every language and format that needs no printing. */
export async function reporter(): Promise<(folder: string, target: string) => Promise<unknown>> {
  const { reportsTasks } = await import('../../../electron/features/reports/reports.tasks')
  return async (folder, target) => {
    const context = taskContext(folder)
    const figures = reportsTasks['reports.figures']({ kind: 'monthly', period: '2026-10' }, context)
    const wish = {
      figures,
      languages: ['zh', 'ru', 'en'],
      formats: ['docx', 'xlsx'],
      folder: target,
    } as const
    return reportsTasks['reports.save']({ ...wish, prints: [] }, context)
  }
}

/** Everything wrong with an open file, as the product's own check tells it. */
export function problemsOf(db: ReadableDb): readonly string[] {
  return verifyDatabase(db).problems.map(({ kind, detail }) => `${kind}: ${detail}`)
}

/** What the product leaves behind while it works, and what must be gone after the next start. */
export const unfinishedFile =
  /\.(?:new|partial|part|tmp)(?:-wal|-shm|-journal)?$|^restoring-[^/]*$|^exchange\.json$|^scratch\//u

/** What is in a backup, unpacked by the product into an empty folder. Errors: the product's own for one that is not good. */
export async function withBackup<T>(
  file: string,
  into: string,
  read: (db: ReadableDb) => T,
  by: { readonly folder: string; readonly paper?: string } = { folder: dirname(file) },
): Promise<T> {
  const { openBackup } = await import('../../../electron/features/backups/open-backup')
  const { keysOf } = await import('../../../electron/features/backups/keys')
  const options = {
    keys: keysOf(by.folder, by.paper),
    attachments: true,
    attachmentsFrom: dirname(file),
  }
  await openBackup(file, into, options, taskContext(into))
  const db = openReadableFile(databaseFile(into))
  try {
    return read(db)
  } finally {
    db.close()
    rmSync(into, { recursive: true })
  }
}

/** The version of a park's structure, without bringing it up to date. The folder is a copy made to be looked at. */
export function structureOf(folder: string): number {
  const db = openScratch(databaseFile(folder), { readonly: false })
  try {
    return db.pragma('user_version', { simple: true }) as number
  } finally {
    db.close()
  }
}

/** Brings a park up to a version that is not the newest. */
export function bringUpTo(folder: string, version: number): void {
  const db = openScratch(databaseFile(folder), { readonly: false })
  db.pragma('foreign_keys = ON')
  migrate(
    db as WritableDb,
    migrations.filter((step) => step.version <= version),
  )
  db.close()
}

/** Writes a version of structure into a park, as a version to come will have done. */
export function setStructure(folder: string, version: number): void {
  const db = openScratch(databaseFile(folder), { readonly: false })
  db.pragma(`user_version = ${version}`)
  db.close()
}

/** A connection of another program, which knows nothing of Parkdesk. */
export function foreignConnection(folder: string): ReturnType<typeof openScratch> {
  return openScratch(databaseFile(folder), { readonly: false })
}

/** The versions of structure there have been since the first that was given out. */
export const structures = migrations.map((step) => step.version).filter((version) => version >= 50)

export { databaseFile }
