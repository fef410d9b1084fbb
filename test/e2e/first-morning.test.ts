import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cellNumber } from '@shared/features/reports/cells'
import type { Language } from '@shared/kernel/language'
import { expect, test } from './fixtures'
import { ImportPage } from './pages/import'
import { ReportPage } from './pages/report'
import { makePark } from './pages/welcome'
import { expectedOf, sum, type Expected } from './support/expected'
import type { Parkdesk } from './support/parkdesk'
import { sample } from './support/project'
import { pdfText, withoutSpaces, workbookRows } from './support/report-files'
import { figureLines, shown, tableLines } from './support/report-lines'

const registers = ['tenants', 'requests', 'incidents'] as const

async function counts(desk: Parkdesk): Promise<readonly number[]> {
  const answers = await Promise.all(
    registers.map((register) => desk.call<{ total: number } | number>(`${register}.count`, {})),
  )
  return answers.map((answer) => (typeof answer === 'number' ? answer : answer.total))
}

async function importWorkbooks(desk: Parkdesk, language: Language, expected: Expected): Promise<void> {
  const wizard = new ImportPage(desk)
  for (const register of registers) {
    const { rows, created, rejected } = expected.import[register]
    const warnings = expected.import_warnings[register]?.check_digit ?? 0
    const figures = { rows, created, updated: 0, unchanged: 0, rejected: sum(rejected), warnings }
    await wizard.open(sample(language, register), register)
    expect(await wizard.check(), register).toEqual(figures)
    expect(await wizard.rejections(), register).toEqual(rejected)
    expect(await wizard.takeIn(created), register).toEqual(figures)
    expect(await wizard.rejections(), register).toEqual(rejected)
    await wizard.another()
  }
}

async function compareScreen(desk: Parkdesk, page: ReportPage, expected: Expected): Promise<void> {
  const { language } = desk.words
  for (const line of figureLines(expected, desk.words)) {
    await expect.soft(page.figure(line), line.label).toHaveText(shown(line.cell, language))
  }
  for (const line of tableLines(expected, desk.words)) {
    await expect.soft(page.cell(line), `${line.title}: ${line.row}`).toHaveText(shown(line.cell, language))
  }
}

async function compareFiles(desk: Parkdesk, folder: string, expected: Expected): Promise<void> {
  const { words } = desk
  const stem = join(folder, `monthly-${expected.month}`)
  expect(JSON.parse(readFileSync(`${stem}.json`, 'utf8'))).toMatchObject(expected.report)
  const lines = [...figureLines(expected, words), ...tableLines(expected, words)]
  const text = await pdfText(`${stem}.${words.language}.pdf`)
  const rows = await workbookRows(`${stem}.${words.language}.xlsx`)
  for (const line of lines) {
    const head = 'row' in line ? line.row : line.label
    const column = 'row' in line ? line.column : 1
    expect.soft(text, `${head} in the PDF`).toContain(withoutSpaces(shown(line.cell, words.language)))
    const numbers = rows.filter(({ cells }) => cells[0] === head).map(({ cells }) => cells[column])
    const value = cellNumber(line.cell)
    const near = numbers.some(
      (number) => typeof number === 'number' && value !== null && Math.abs(number - value) < 0.005,
    )
    expect.soft(near, `${head} in the workbook: ${numbers.join(', ')} for ${value}`).toBe(true)
  }
}

for (const language of ['zh', 'ru'] as const) {
  test(`first morning in ${language}: park, workbooks, report`, async ({ desk }) => {
    test.setTimeout(240_000)
    const expected = expectedOf(language)
    const parkdesk = await desk.open({ language })
    const { page, words } = parkdesk
    await makePark(parkdesk, language, { name: 'Хоргос 霍尔果斯', country: 'KZ', currency: 'CNY' })
    await page.getByRole('button', { name: words.t('storage:startImport') }).click()
    await importWorkbooks(parkdesk, language, expected)

    const report = new ReportPage(parkdesk)
    await report.goto()
    await report.showMonth(expected.month)
    await compareScreen(parkdesk, report, expected)
    const folder = join(desk.folder, 'report')
    mkdirSync(folder)
    const stem = `monthly-${expected.month}`
    const worded = ['csv', 'docx', 'pdf', 'xlsx'].map((format) => `${stem}.${language}.${format}`)
    expect(await report.saveInto(folder)).toEqual([`${stem}.json`, ...worded].sort())
    await compareFiles(parkdesk, folder, expected)
  })
}

test('a workbook again changes nothing, and an import is taken back by one press', async ({ desk }) => {
  const language = 'ru'
  const expected = expectedOf(language)
  const parkdesk = await desk.open({ park: 'empty', language })
  const wizard = new ImportPage(parkdesk)
  await wizard.goto()
  const { created } = expected.import.tenants
  await wizard.open(sample(language, 'tenants'), 'tenants')
  await wizard.check()
  await wizard.takeIn(created)
  const before = await counts(parkdesk)
  await wizard.another()
  await wizard.open(sample(language, 'tenants'), 'tenants')
  expect(await wizard.check()).toMatchObject({ created: 0, updated: 0, unchanged: created })
  await expect(parkdesk.page.getByText(parkdesk.words.t('imports:screen.nothingNew'))).toBeVisible()
  await wizard.another()
  await wizard.open(sample(language, 'requests'), 'requests')
  await wizard.check()
  await wizard.takeIn(expected.import.requests.created)
  expect(await counts(parkdesk)).not.toEqual(before)
  await wizard.takeBack()
  expect(await counts(parkdesk)).toEqual(before)
})
