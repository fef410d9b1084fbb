import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Right, Session } from '@shared/contract/rights'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import type { HistoryEntry } from '@shared/features/history/history.contract'
import type { Page } from '@shared/contract/page'
import { appendToLog } from '../../../electron/data/change-log'
import { openWritable } from '../../../electron/data/connection'
import type { CommandContext } from '../../../electron/data/handlers'
import { inTransaction, type WritableDb } from '../../../electron/data/sql'
import { auditTasks } from '../../../electron/features/audit/audit.tasks'
import { exportsTasks } from '../../../electron/features/exports'
import { importsTasks } from '../../../electron/features/imports/imports.tasks'
import {
  addIncident,
  addTenant,
  parkFolder,
  taskContext,
  testFolder,
  testPark,
  testWrite,
} from '../../support/park'
import { bridge } from '../../support/router'

const tasks: Readonly<Record<string, unknown>> = { ...auditTasks, ...exportsTasks, ...importsTasks }

/** A park on disk whose handlers run their tasks in this thread, and a file they may write to. */
function desk(session?: Session) {
  const folder = parkFolder()
  const db = openWritable(folder)
  onTestFinished(() => {
    db.close()
  })
  const file = join(testFolder(), 'out.csv')
  const runTask = async (name: string, _job: string, input: unknown): Promise<unknown> => {
    const task = tasks[name] as (input: unknown, context: unknown) => unknown
    return await task(input, taskContext(folder))
  }
  const changes: Partial<CommandContext> = {
    folder,
    pathOf: () => file,
    targetOf: () => file,
    runTask: runTask as CommandContext['runTask'],
  }
  return { folder, db, file, ...bridge(db, changes, session) }
}

const token = '6f1c6f0e-9a1b-4c33-8a57-1f0b0e4c9d11'
const job = '0b6e8c3a-5d0e-4b8f-9f43-3f1e6d1c2b7a'
const newest = async ({ ask }: ReturnType<typeof desk>): Promise<AuditEntry | undefined> =>
  (await ask<Page<AuditEntry>>('audit.entries', { limit: 1 })).rows[0]

describe('the log holds', () => {
  test('an export: what, which rows, how many of them restricted, in which file', async () => {
    const at = desk()
    addIncident(at.db, { confidentiality: 'restricted', location: 'gate 1' })
    addIncident(at.db, { confidentiality: 'internal', location: 'gate 2' })
    const filter = { conditions: [{ field: 'severity', from: 1 }] }
    const input = { jobId: job, register: 'incidents', format: 'csv', language: 'en', file: token, filter }
    expect(await at.ask('exports.run', input)).toEqual({ rows: 2, fileName: 'out.csv' })
    expect(await newest(at)).toMatchObject({
      action: 'exported',
      subject: 'exports',
      recordId: 'incidents',
      changes: { rows: [null, 2], restricted: [null, 1], format: [null, 'csv'], file: [null, 'out.csv'] },
    })
    expect(String((await newest(at))?.changes['filter']?.[1])).toContain('severity')
  })

  test('a setting, old and new, and nothing where none differs', async () => {
    const at = desk()
    await at.ask('settings.savePark', { ...testPark, nameEn: 'New name' })
    expect(await newest(at)).toMatchObject({
      action: 'updated',
      subject: 'settings',
      changes: { nameEn: ['Test park', 'New name'] },
    })
    const before = (await newest(at))?.sequence
    await at.ask('settings.savePark', { ...testPark, nameEn: 'New name' })
    expect((await newest(at))?.sequence).toBe(before)
  })

  test('an import and its taking back, one entry each beside those of its rows', async () => {
    const at = desk()
    writeFileSync(at.file, 'Tenant,Country\nAlpha,KZ\nBeta,CN\n')
    const run = { jobId: job, register: 'tenants', file: token, reading: {} }
    const { batchId } = await at.ask<{ batchId: string }>('imports.run', run)
    expect(await newest(at)).toMatchObject({
      action: 'made',
      subject: 'imports',
      recordId: batchId,
      changes: {
        file: [null, 'out.csv'],
        register: [null, 'tenants'],
        created: [null, 2],
        rejected: [null, 0],
      },
    })
    expect(await at.ask('imports.undo', { batchId })).toMatchObject({ keptAtUndo: 0 })
    expect(await newest(at)).toMatchObject({
      action: 'undone',
      subject: 'imports',
      changes: { kept: [null, 0] },
    })
  })

  test('a check of the log, and a saved part of it', async () => {
    const at = desk()
    addTenant(at.db)
    expect(await at.ask('audit.check', { jobId: job })).toMatchObject({ entries: 1, firstBroken: null })
    expect(await newest(at)).toMatchObject({
      action: 'checked',
      subject: 'audit',
      changes: { problems: [null, 0] },
    })
    await at.ask('audit.save', { jobId: job, format: 'csv', language: 'en', file: token })
    expect(await newest(at)).toMatchObject({
      action: 'exported',
      subject: 'audit',
      changes: { rows: [null, 2] },
    })
  })
})

function read(db: WritableDb, recordId: string): void {
  inTransaction(db, () =>
    appendToLog(db, { action: 'read', register: 'incidents', recordId, changes: {} }, testWrite),
  )
}

test('having been looked at neither stands in the history of a record nor keeps an import from being taken back', async () => {
  const at = desk()
  writeFileSync(at.file, 'Number,Category,Severity,Occurred at\nS-1,theft,2,2026-03-01 10:00\n')
  const { batchId } = await at.ask<{ batchId: string }>('imports.run', {
    jobId: job,
    register: 'incidents',
    file: token,
    reading: {},
  })
  const id = String(
    (await at.ask<Page<AuditEntry>>('audit.entries', { filter: { subject: ['incidents'] } })).rows[0]
      ?.recordId,
  )
  read(at.db, id)
  const history = await at.ask<Page<HistoryEntry>>('history.ofRecord', { register: 'incidents', id })
  expect(history.rows.map(({ action }) => action)).toEqual(['created'])
  expect(await at.ask('imports.undo', { batchId })).toMatchObject({ keptAtUndo: 0 })
})

describe('a saved log', () => {
  const rights = (...granted: Right[]): Session => ({
    actor: 'anna',
    accountId: 'a',
    rights: new Set<Right>(['public', 'signedIn', 'audit.read', ...granted]),
    mustChangePassword: false,
  })

  test('holds every entry in words, guarded against being run', async () => {
    const at = desk()
    addTenant(at.db, { name: '=cmd|calc', unit: 'A-1', country: 'KZ' })
    const input = { jobId: job, language: 'ru', file: token }
    expect(await at.ask('audit.save', { ...input, format: 'csv' })).toEqual({ rows: 1, fileName: 'out.csv' })
    const text = readFileSync(at.file, 'utf8')
    expect(text).toContain('Создано;Резидент')
    expect(text).toContain(`;"'=cmd|calc";`)
    expect(text).toContain('2026-11-20')
    await at.ask('audit.save', { ...input, format: 'xlsx' })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(at.file)
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('A2').value).toBe(2)
    expect(sheet?.getCell('G3').value).toBe('=cmd|calc')
    expect(sheet?.getCell('G3').formula).toBeFalsy()
  })

  test('leaves out what whoever saves it may not see', async () => {
    const at = desk(rights('tenants.read', 'incidents.read'))
    addTenant(at.db, { name: 'Visible', rent: 123_456, rentCurrency: 'USD' })
    addIncident(at.db, { confidentiality: 'restricted', description: 'sealed' })
    await at.ask('audit.save', { jobId: job, format: 'csv', language: 'en', file: token })
    const text = readFileSync(at.file, 'utf8')
    expect(text).toContain('Visible')
    expect(text).not.toMatch(/sealed|1234|USD/u)
  })

  test('is refused to those who may not read it', async () => {
    const at = desk({ ...rights(), rights: new Set<Right>(['public', 'signedIn']) })
    for (const name of ['audit.entries', 'audit.actors', 'audit.check', 'audit.save'] as const)
      expect((await at.fail(name, { jobId: job })).code).toBe('not_allowed')
  })
})
