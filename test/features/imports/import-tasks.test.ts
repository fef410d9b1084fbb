import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RegisterName } from '@shared/kernel/registers'
import { logHead } from '../../../electron/data/change-log'
import { openReadable, openWritable } from '../../../electron/data/connection'
import { updateRecord } from '../../../electron/data/records'
import { all, inTransaction, sql } from '../../../electron/data/sql'
import { importsHandlers, importsTasks, readProblems } from '../../../electron/features/imports'
import { commandContext, parkFolder, testWrite } from '../../support/park'
import { importFile, quietTask, sampleFile } from './import-job'

/** Everything the park holds that an import could change. */
function contents(folder: string) {
  const db = openReadable(folder)
  try {
    const rows = (['tenants', 'requests', 'incidents'] as const).map((register) =>
      all(db, sql`SELECT * FROM ${{ text: register, values: [] }} ORDER BY seq`),
    )
    return { rows, head: logHead(db), batches: all(db, sql`SELECT * FROM import_batches`) }
  } finally {
    db.close()
  }
}

function liveRows(folder: string, register: RegisterName): Record<string, unknown>[] {
  const db = openReadable(folder)
  try {
    return all(db, sql`SELECT * FROM ${{ text: register, values: [] }} WHERE deleted_at IS NULL ORDER BY seq`)
  } finally {
    db.close()
  }
}

function csvFile(folder: string, name: string, ...lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

async function tenantsImported(folder: string): Promise<void> {
  await importFile(folder, 'tenants', sampleFile('zh', 'tenants'))
}

describe('a dry run', () => {
  test('finds what the import would and writes nothing', async () => {
    const folder = parkFolder()
    await tenantsImported(folder)
    const before = contents(folder)
    const input = { jobId: randomUUID(), register: 'requests', path: sampleFile('zh', 'requests') } as const
    const dry = await importsTasks['imports.dryRun'](input, quietTask(folder))
    expect(contents(folder)).toEqual(before)
    const { outcome } = await importFile(folder, 'requests', input.path)
    expect(dry).toEqual({ ...outcome, batchId: null })
  })

  test('keeps its problems for paging, each with cell and value', async () => {
    const folder = parkFolder()
    const { jobId } = await importFile(folder, 'tenants', sampleFile('zh', 'tenants'))
    const first = readProblems(folder, jobId, { after: -1, limit: 2, severity: 'rejected' })
    expect(first.total).toBe(4)
    const rest = readProblems(folder, jobId, {
      after: first.rows.at(-1)?.index ?? 0,
      limit: 9,
      severity: 'rejected',
    })
    expect(
      [...first.rows, ...rest.rows].map(({ row, reason, columnName, value }) => [
        row,
        reason,
        columnName,
        value,
      ]),
    ).toEqual([
      [64, 'duplicate', '统一社会信用代码/税号', '913287923E942HRWNR'],
      [65, 'missing_required', '企业名称', null],
      [66, 'invalid_date', '入园日期', '2024-13-32'],
      [67, 'out_of_range', '面积(㎡)', '-5'],
    ])
    expect(readProblems(folder, jobId, { after: -1, limit: 9, severity: 'warning' }).total).toBe(2)
  })
})

test('an import that is cancelled leaves the park as it was', async () => {
  const folder = parkFolder()
  await tenantsImported(folder)
  const before = contents(folder)
  const cancelled = new Error('cancelled')
  const task = {
    ...quietTask(folder),
    progress: (phase: string, done: number) => {
      if (phase === 'writing' && done > 0) throw cancelled
    },
  }
  const input = { jobId: randomUUID(), register: 'requests', path: sampleFile('zh', 'requests') } as const
  await expect(importsTasks['imports.run'](input, task)).rejects.toBe(cancelled)
  expect(contents(folder)).toEqual(before)
  expect(() => readProblems(folder, input.jobId, { after: -1, limit: 1, severity: null })).toThrow(
    'not_found',
  )
})

describe('taking an import back', () => {
  test('puts what it created into the bin and gives what it changed its old values', async () => {
    const folder = parkFolder()
    const first = csvFile(folder, 'a.csv', 'Name,Country,Size', 'Acme,China,small', 'Beta,Russia,large')
    await importFile(folder, 'tenants', first)
    const before = liveRows(folder, 'tenants').map(({ name, country, size }) => [name, country, size])
    const second = csvFile(folder, 'b.csv', 'Name,Country,Size', 'Acme,India,micro', 'Gamma,China,small')
    const { outcome } = await importFile(folder, 'tenants', second)
    expect(outcome).toMatchObject({ created: 1, updated: 1 })
    const batchId = outcome.batchId ?? ''
    expect(importsTasks['imports.undo']({ batchId }, quietTask(folder))).toMatchObject({ keptAtUndo: 0 })
    expect(liveRows(folder, 'tenants').map(({ name, country, size }) => [name, country, size])).toEqual(
      before,
    )
    expect(() => importsTasks['imports.undo']({ batchId }, quietTask(folder))).toThrow('undo_impossible')
  })

  test('keeps and counts what was changed since or is needed by others', async () => {
    const folder = parkFolder()
    const path = csvFile(folder, 'a.csv', 'Name,Size', 'Acme,small', 'Beta,large', 'Gamma,micro')
    const { outcome } = await importFile(folder, 'tenants', path)
    const [acme] = liveRows(folder, 'tenants')
    const db = openWritable(folder)
    inTransaction(db, () =>
      updateRecord(db, 'tenants', String(acme?.['id']), { size: 'large' }, null, testWrite),
    )
    db.close()
    const request = csvFile(folder, 'r.csv', 'Ref,Type,Tenant,Received', 'R-1,legal,Beta,2026-01-01 09:00')
    await importFile(folder, 'requests', request)
    const undone = importsTasks['imports.undo']({ batchId: outcome.batchId ?? '' }, quietTask(folder))
    expect(undone.keptAtUndo).toBe(2)
    expect(liveRows(folder, 'tenants').map(({ name }) => name)).toEqual(['Acme', 'Beta'])
  })
})

describe('columns by hand', () => {
  const lines = ['Wer,Was,Extra', 'Acme,China,1']

  test('a mapping is complete: what it does not list is left out', async () => {
    const folder = parkFolder()
    const path = csvFile(folder, 'a.csv', ...lines)
    const reading = { headerRow: 1 }
    const { outcome } = await importFile(folder, 'tenants', path, { mapping: { 0: 'name' }, reading })
    expect(outcome).toMatchObject({ created: 1, unrecognisedColumns: ['Was', 'Extra'] })
    expect(liveRows(folder, 'tenants')).toMatchObject([{ name: 'Acme', country: null }])
  })

  test('overrides come on top of what is recognised', async () => {
    const folder = parkFolder()
    const path = csvFile(folder, 'a.csv', 'Name,Was,Note', 'Acme,China,x')
    const overrides = { was: 'country', note: null }
    const { outcome } = await importFile(folder, 'tenants', path, { overrides })
    expect(outcome.unrecognisedColumns).toEqual(['Note'])
    expect(liveRows(folder, 'tenants')).toMatchObject([{ name: 'Acme', country: 'CN', note: null }])
  })

  test.each([
    [{ mapping: { 0: 'name', 1: 'name' } }],
    [{ mapping: { 0: 'nonsense' } }],
    [{ mapping: { 9: 'name' } }],
    [{ overrides: { Nowhere: 'name' } }],
  ])('%j is refused', async (options) => {
    const folder = parkFolder()
    const path = csvFile(folder, 'a.csv', ...lines)
    const importing = importFile(folder, 'tenants', path, { ...options, reading: { headerRow: 1 } })
    await expect(importing).rejects.toMatchObject({ code: 'mapping_invalid' })
  })

  test('a kept profile is used for files with the same headings', async () => {
    const folder = parkFolder()
    const db = openWritable(folder)
    const profile = { register: 'tenants' as const, name: 'Our list', headers: ['Wer', 'Was', 'Extra'] }
    const kept = await importsHandlers.saveProfile(
      { ...profile, mapping: { 0: 'name', 1: 'country' } },
      commandContext(db),
    )
    db.close()
    const path = csvFile(folder, 'a.csv', ...lines)
    const inspected = await importsTasks['imports.inspect'](
      { path, register: 'tenants', reading: {} },
      quietTask(folder),
    )
    expect(inspected).toMatchObject({ profile: kept.name, missing: [] })
    expect(inspected.columns.map(({ field }) => field)).toEqual(['name', 'country', null])
    const { outcome } = await importFile(folder, 'tenants', path)
    expect(outcome).toMatchObject({ created: 1, unrecognisedColumns: ['Extra'] })
  })
})

test('a file is inspected: what it is, its header, its columns with samples', async () => {
  const folder = parkFolder()
  const path = sampleFile('ru', 'requests')
  const inspected = await importsTasks['imports.inspect']({ path, reading: {} }, quietTask(folder))
  expect(inspected).toMatchObject({
    format: 'csv',
    encoding: 'windows-1251',
    delimiter: ';',
    register: 'requests',
    headerRow: 1,
    missing: [],
  })
  expect(inspected.columns[0]).toMatchObject({
    header: 'Номер',
    field: 'reference',
    samples: ['L-2026-00001', 'L-2025-00002', 'C-2026-00003', 'C-2026-00004', expect.any(String)],
  })
})

test('the refused rows are saved with their reasons and can be imported once mended', async () => {
  const folder = parkFolder()
  const lines = [
    'Наименование;Площадь, кв. м;Дата въезда',
    'А;1 200,50;32.13.2024',
    'Б;10,5;01.02.2024',
    ';3;',
  ]
  const { jobId } = await importFile(folder, 'tenants', csvFile(folder, 'a.csv', ...lines))
  const path = join(folder, 'rejects.csv')
  const saved = await importsTasks['imports.saveRejects']({ jobId, path, language: 'ru' }, quietTask(folder))
  expect(saved).toEqual({ rows: 2 })
  const text = readFileSync(path, 'utf8')
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    '\ufeffНаименование;Площадь, кв. м;Дата въезда;Строка в файле;Причина отказа',
    'А;1 200,50;32.13.2024;2;неверная дата',
    ';3;;4;нет обязательного значения',
  ])
  writeFileSync(path, text.replace('32.13.2024', '31.12.2024'))
  const { outcome } = await importFile(folder, 'tenants', path)
  expect(outcome).toMatchObject({ created: 1, unrecognisedColumns: ['Строка в файле', 'Причина отказа'] })
  const workbook = join(folder, 'rejects.xlsx')
  await importsTasks['imports.saveRejects']({ jobId, path: workbook, language: 'zh' }, quietTask(folder))
  expect((await importFile(folder, 'tenants', workbook)).outcome).toMatchObject({ rows: 2, created: 0 })
})

test('columns without a heading are listed by their letters when they hold something', async () => {
  const folder = parkFolder()
  const path = csvFile(folder, 'a.csv', 'Name,,Colour,', 'Acme,x,red,', 'Beta,,blue,')
  const { outcome } = await importFile(folder, 'tenants', path)
  expect(outcome.unrecognisedColumns).toEqual(['Colour', 'B'])
})

test('tenants are named in requests by any name or number, and found again by them', async () => {
  const folder = parkFolder()
  const tenants = ['Name,Name in Russian,Registration no.,Country', '甲公司,ООО «Ёлка»,１２３ 456,China']
  await importFile(folder, 'tenants', csvFile(folder, 't.csv', ...tenants))
  const requests = [
    'Ref,Type,Tenant,Received',
    'R-1,legal,甲公司,2026-01-01',
    'R-2,legal,"ооо ""Елка""",2026-01-01',
    'R-3,legal,123456,2026-01-01',
    'R-4,legal,Nobody,2026-01-01',
  ]
  const { outcome } = await importFile(folder, 'requests', csvFile(folder, 'r.csv', ...requests))
  expect(outcome).toMatchObject({ created: 3, rejected: { unknown_reference: 1 } })
  const again = csvFile(folder, 't2.csv', 'Наименование;Страна', 'ООО «Ёлка»;Россия')
  expect((await importFile(folder, 'tenants', again)).outcome).toMatchObject({ created: 0, updated: 1 })
  expect(liveRows(folder, 'tenants')).toMatchObject([{ name: '甲公司', country: 'RU' }])
})

test('JSON records may be named by fields or by headings; anything else is refused', async () => {
  const folder = parkFolder()
  const write = (name: string, value: unknown) => csvFile(folder, name, JSON.stringify(value))
  const good = write('a.json', [
    { name: 'Acme', leasedArea: 12.5 },
    { name: 'Beta', 国别: '中国', extra: true },
  ])
  const { outcome } = await importFile(folder, 'tenants', good)
  expect(outcome).toMatchObject({ created: 2, unrecognisedColumns: ['extra'] })
  for (const bad of [{ name: 'x' }, ['x'], [{ name: {} }]]) {
    const path = write('b.json', bad)
    await expect(importFile(folder, 'tenants', path)).rejects.toMatchObject({ code: 'file_damaged' })
  }
  await expect(importFile(folder, 'tenants', csvFile(folder, 'c.json', '[{'))).rejects.toMatchObject({
    code: 'file_damaged',
    params: { file: 'c.json' },
  })
})

test('a column whose values contradict a rare heading is listed instead of spoiling every row', async () => {
  const folder = parkFolder()
  const rows = Array.from({ length: 6 }, (_, index) => `Acme ${index},${index * 10} %,big one`)
  const path = csvFile(folder, 'a.csv', 'Name,Category,Size', ...rows)
  const { outcome } = await importFile(folder, 'tenants', path)
  expect(outcome).toMatchObject({
    rows: 6,
    rejected: { unknown_value: 6 },
    unrecognisedColumns: ['Category'],
  })
  const good = csvFile(folder, 'b.csv', 'Name,Category', ...rows.map((row) => row.replace(/,big one$/u, '')))
  expect((await importFile(folder, 'tenants', good)).outcome).toMatchObject({
    created: 6,
    unrecognisedColumns: ['Category'],
  })
})
