import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorText } from '@shared/features/audit/anchor'
import type { AuditCheck, AuditEntry } from '@shared/features/audit/audit.contract'
import type { Page } from '@shared/contract/page'
import { expect, test } from './fixtures'
import { takeOffered } from './pages/controls'
import type { Parkdesk } from './support/parkdesk'

async function gotoLog({ page, words }: Parkdesk): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: words.t('shell:audit') })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: words.t('audit:title') })).toBeVisible()
  await expect(page.getByRole('grid')).toBeVisible()
}

/** Makes a tenant and changes it; answers its id. */
async function changeTenant(desk: Parkdesk): Promise<string> {
  type Row = { readonly id: string; readonly version: number }
  const made = await desk.call<Row>('tenants.create', { values: { name: 'ООО «Ёлка»', unit: 'A-1' } })
  await desk.call('tenants.update', { id: made.id, version: made.version, values: { unit: 'B-17' } })
  return made.id
}

const rows = ({ page }: Parkdesk) => page.getByRole('grid').getByRole('row')

for (const language of ['zh', 'ru'] as const) {
  test(`the log shows who changed what, before and after, and opens its record, in ${language}`, async ({
    desk,
  }) => {
    const parkdesk = await desk.open({ park: language, language })
    const { page, words } = parkdesk
    await changeTenant(parkdesk)
    await gotoLog(parkdesk)
    const changed = rows(parkdesk).filter({ hasText: 'ООО «Ёлка»' }).first()
    await expect(changed).toContainText(words.t('audit:action.updated'))
    await expect(changed).toContainText(words.field('tenants', 'unit'))
    await changed.click()
    const panel = page.getByRole('complementary')
    await expect(panel).toContainText('A-1')
    await expect(panel).toContainText('B-17')
    await panel.getByRole('link', { name: words.t('audit:openRecord') }).click()
    await expect(page.getByRole('heading', { name: 'ООО «Ёлка»' }).first()).toBeVisible()
  })
}

test('filters by person, action and text narrow the list and are there again after going back', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  const { page, words } = parkdesk
  await changeTenant(parkdesk)
  await gotoLog(parkdesk)
  const filter = page.getByRole('combobox', { name: words.t('audit:filter.action') })
  await filter.click()
  await takeOffered(page, words.t('audit:action.updated'))
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: words.t('audit:search') }).fill('b-17')
  // What is typed counts after a pause; whoever leaves before would be called back by it.
  await expect(page).toHaveURL(/b-17/u)
  // The heading and the one entry.
  await expect(rows(parkdesk)).toHaveCount(2)
  await rows(parkdesk)
    .nth(1)
    .click({ position: { x: 20, y: 12 } })
  const panel = page.getByRole('complementary')
  await expect(panel).toContainText('B-17')
  await panel.getByRole('link', { name: words.t('audit:openRecord') }).click()
  await expect(page.getByRole('heading', { name: 'ООО «Ёлка»' }).first()).toBeVisible()
  await page.goBack()
  await expect(rows(parkdesk)).toHaveCount(2)
  await page.getByRole('textbox', { name: words.t('audit:search') }).fill('nowhere')
  await expect(page.getByText(words.t('audit:noMatch'))).toBeVisible()
})

test('the log is saved as a file, and that is entered in it', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const { page, words } = parkdesk
  await changeTenant(parkdesk)
  await gotoLog(parkdesk)
  const file = join(desk.folder, 'log.csv')
  await parkdesk.answerSave(file)
  await page.getByRole('button', { name: words.t('audit:save.csv') }).click()
  await expect(page.getByText(/log\.csv/u)).toBeVisible()
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('ООО «Ёлка»')
  expect(text).toContain(`${words.field('tenants', 'unit')}: A-1 → B-17`)
  const { rows: entries } = await parkdesk.call<Page<AuditEntry>>('audit.entries', { limit: 1 })
  expect(entries[0]).toMatchObject({ action: 'exported', subject: 'audit' })
})

test('the log is checked against its anchors and one from a paper', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  const { page, words, folders } = parkdesk
  await changeTenant(parkdesk)
  await gotoLog(parkdesk)
  expect(existsSync(join(folders.data, 'anchors'))).toBe(true)
  const { head, anchorsChecked } = await parkdesk.call<AuditCheck>('audit.check', {
    jobId: crypto.randomUUID(),
  })
  expect(anchorsChecked).toBeGreaterThan(0)
  await page.getByRole('button', { name: words.t('audit:check.title') }).click()
  const panel = page.getByRole('complementary')
  const typed = panel.getByRole('textbox')
  await typed.fill('page 3')
  await expect(panel).toContainText(words.t('audit:check.anchorBad'))
  await typed.fill(anchorText(head).toUpperCase())
  await panel.getByRole('button', { name: words.t('audit:check.start'), exact: true }).click()
  await expect(panel.getByRole('status')).toContainText(/whole/u)
  const forged = `${head.sequence}:${'0'.repeat(16)}`
  await typed.fill(forged)
  await panel.getByRole('button', { name: words.t('audit:check.start'), exact: true }).click()
  await expect(panel.getByRole('alert')).toContainText(
    words.t('audit:check.missing.given', { anchor: forged }),
  )
})

test('closing keeps an anchor of the end of the log', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  await changeTenant(parkdesk)
  const {
    rows: [newest],
  } = await parkdesk.call<Page<AuditEntry>>('audit.entries', { limit: 1 })
  await parkdesk.close()
  const lines = readFileSync(join(parkdesk.folders.data, 'anchors'), 'utf8').trim().split('\n')
  const last = JSON.parse(lines.at(-1) ?? '{}') as { readonly sequence: number }
  expect(last.sequence).toBeGreaterThanOrEqual(newest?.sequence ?? Number.NaN)
})
