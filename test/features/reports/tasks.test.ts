import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { AppError } from '@shared/contract/result'
import { reportsTasks, type SaveInput } from '../../../electron/features/reports/reports.tasks'
import { saveReports } from '../../../electron/features/reports/save-reports'
import type { TaskContext } from '../../../electron/data/task'
import { readAnchors } from '../../../electron/features/audit'
import { sampleFigures } from './sample-figures'

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parkdesk-reports-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The data folder, which keeps the anchor that stands on a report. */
const data = mkdtempSync(join(tmpdir(), 'parkdesk-reports-data-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const context: TaskContext = {
  folder: data,
  actor: 'tester',
  progress: () => undefined,
  checkCancelled: () => undefined,
}
const input = (folder: string): SaveInput => ({
  figures: sampleFigures,
  languages: ['ru', 'en'],
  formats: ['json', 'csv', 'xlsx'],
  folder,
  prints: [],
})

describe('saving a report', () => {
  test('makes a file for each language and format, into a folder it makes', async () => {
    const folder = join(newFolder(), 'october')
    const files = await reportsTasks['reports.save'](input(folder), context)
    const names = [
      'monthly-2026-10.en.csv',
      'monthly-2026-10.en.xlsx',
      'monthly-2026-10.json',
      'monthly-2026-10.ru.csv',
      'monthly-2026-10.ru.xlsx',
    ]
    expect(readdirSync(folder).sort()).toEqual(names)
    expect([...files].sort()).toEqual(names.map((name) => join(folder, name)))
    expect(JSON.parse(readFileSync(join(folder, 'monthly-2026-10.json'), 'utf8'))).toMatchObject({
      tenants: { active: 128 },
      log: sampleFigures.log,
    })
    expect(readAnchors(data).anchors.at(-1)).toMatchObject(sampleFigures.log)
  })

  test('puts the new file in the place of an older one', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'monthly-2026-10.json'), 'older')
    await reportsTasks['reports.save']({ ...input(folder), formats: ['json'] }, context)
    expect(readFileSync(join(folder, 'monthly-2026-10.json'), 'utf8')).toContain('"tenants"')
  })

  test('leaves nothing behind when it is cancelled before the first file is written', async () => {
    const folder = newFolder()
    let steps = 0
    const checkCancelled = () => {
      steps += 1
      if (steps === 5) throw new AppError('cancelled')
    }
    const saving = reportsTasks['reports.save'](input(folder), { ...context, checkCancelled })
    await expect(saving).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('says when the target is a file and not a folder', async () => {
    const file = join(newFolder(), 'taken')
    writeFileSync(file, '')
    const saving = reportsTasks['reports.save'](input(join(file, 'inside')), context)
    await expect(saving).rejects.toMatchObject({ code: 'target_unwritable' })
  })

  test.skipIf(process.platform !== 'linux')('says when no folder can be made there', async () => {
    const saving = reportsTasks['reports.save'](input('/proc/parkdesk/reports'), context)
    await expect(saving).rejects.toMatchObject({ code: 'target_unwritable' })
  })

  test.skipIf(process.getuid?.() === 0)(
    'says when the folder is read-only (root may write anywhere)',
    async () => {
      const folder = newFolder()
      chmodSync(folder, 0o500)
      const saving = reportsTasks['reports.save'](input(folder), context)
      await expect(saving).rejects.toMatchObject({
        code: 'target_unwritable',
        params: { file: 'monthly-2026-10.json' },
      })
      chmodSync(folder, 0o700)
    },
  )

  test('prints only when PDF is wished for, and writes nothing when printing fails', async () => {
    const folder = newFolder()
    let printed = 0
    const tools = {
      run: ((name: string, order: never) =>
        name === 'reports.figures'
          ? sampleFigures
          : name === 'reports.pages'
            ? reportsTasks['reports.pages'](order, context)
            : reportsTasks['reports.save'](order, context)) as never,
      print: async () => {
        printed += 1
        throw new AppError('printing_failed')
      },
    }
    const wish = { kind: 'monthly', period: '2026-10', languages: ['en'], folder } as const
    const { files } = await saveReports({ ...wish, formats: ['csv'] }, tools)
    expect(printed).toBe(0)
    expect(files.every(existsSync)).toBe(true)
    rmSync(join(folder, 'monthly-2026-10.en.csv'))
    await expect(saveReports({ ...wish, formats: ['csv', 'pdf'] }, tools)).rejects.toMatchObject({
      code: 'printing_failed',
    })
    expect(readdirSync(folder)).toEqual([])
  })
})
