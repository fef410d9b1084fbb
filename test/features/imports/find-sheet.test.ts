import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileInspection } from '@shared/features/imports/import'
import { openWritable } from '../../../electron/data/connection'
import { tasks, type TaskInput, type TaskName, type TaskOutput } from '../../../electron/data/tasks'
import type { Task } from '../../../electron/data/task'
import { writeWorkbook } from '../../../electron/platform/xlsx-write'
import { addTenant, parkFolder, taskContext, testFolder } from '../../support/park'
import { bridge } from '../../support/router'
import { importFile } from './import-job'

type Sheet = readonly [name: string, headings: readonly string[], ...rows: readonly (readonly string[])[]]

async function workbook(...sheets: readonly Sheet[]): Promise<string> {
  const path = join(testFolder(), 'book.xlsx')
  await writeWorkbook(
    path,
    sheets.map(([name, headings, ...rows]) => ({
      name,
      columns: headings.map((header) => ({ header, width: 10, type: 'text' as const })),
      rows,
      frozenHeader: false,
      autoFilter: false,
    })),
  )
  return path
}

const data: Sheet = [
  'Data',
  ['Reference', 'Type', 'Tenant', 'Received at'],
  ['R-1', 'customs', 'Acme', '2024-03-01'],
]

function parkWithTenant(): string {
  const folder = parkFolder()
  const db = openWritable(folder)
  addTenant(db, { name: 'Acme' })
  db.close()
  return folder
}

test.each<readonly [string, Sheet]>([
  ['without any known heading', ['Cover', ['Silk Road park'], ['Contact: Ivan']]],
  ['with a word that is also a heading', ['Cover', ['Note', 'Date'], ['Contact: Ivan']]],
])('the rows are found behind a cover sheet %s', async (_name, cover) => {
  const { outcome } = await importFile(parkWithTenant(), 'requests', await workbook(cover, data))
  expect(outcome).toMatchObject({ rows: 1, created: 1, rejected: {} })
})

test('a sheet the user names is the one that is read', async () => {
  const path = await workbook(['Cover', ['Note', 'Date'], ['Contact: Ivan']], data)
  const { outcome } = await importFile(parkWithTenant(), 'requests', path, { reading: { sheet: 'Cover' } })
  expect(outcome).toMatchObject({ rows: 1, rejected: { missing_required: 1 } })
})

test('where the user says which column is which, the sheet is the first', async () => {
  const path = await workbook(['Own', ['Firma', 'Land'], ['Beta', 'China']], ['More', ['Name'], ['Gamma']])
  const { outcome } = await importFile(parkWithTenant(), 'tenants', path, { overrides: { Firma: 'name' } })
  expect(outcome).toMatchObject({ rows: 1, created: 1 })
})

test('of two sheets without every required column the first with known headings is read', async () => {
  const path = await workbook(
    ['Cover', ['Silk Road park']],
    ['Changes', ['Reference', 'Status'], ['R-1', 'closed']],
    ['More', ['Reference', 'Note'], ['R-1', 'x']],
  )
  const { outcome } = await importFile(parkWithTenant(), 'requests', path)
  expect(outcome).toMatchObject({ rows: 1, unrecognisedColumns: [] })
})

test('what the window was shown of a file of records is what it imports', async () => {
  const folder = parkWithTenant()
  const path = join(testFolder(), 'all.json')
  const record = { reference: 'R-1', type: 'customs', tenant: 'Acme', receivedAt: '2024-03-01' }
  writeFileSync(path, JSON.stringify([record]))
  const db = openWritable(folder)
  const { ask } = bridge(db, {
    folder,
    pathOf: () => path,
    runTask: async <N extends TaskName>(name: N, _jobId: string, input: TaskInput<N>) =>
      (await (tasks[name] as Task<unknown, unknown>)(input, taskContext(folder))) as TaskOutput<N>,
  })
  const source = {
    jobId: '00000000-0000-4000-8000-000000000001',
    file: '00000000-0000-4000-8000-000000000002',
    register: 'requests',
  }
  const { headerRow } = await ask<FileInspection>('imports.inspect', source)
  const outcome = await ask('imports.dryRun', { ...source, reading: { headerRow } })
  expect(outcome).toMatchObject({ rows: 1, created: 1 })
  db.close()
})
