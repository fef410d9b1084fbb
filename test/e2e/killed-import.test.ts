import { randomUUID } from 'node:crypto'
import { expect, test, type Desk } from './fixtures'
import { ImportPage } from './pages/import'
import { incidentsFile } from './support/files'
import type { Parkdesk } from './support/parkdesk'

const rows = 20_000
/** Enough that a hand on the mouse comes in time. */
const manyRows = 60_000

/** Checks a large file and starts its import; resolves while it is writing. */
async function begin(
  desk: Desk,
  rows: number,
): Promise<{ readonly parkdesk: Parkdesk; readonly wizard: ImportPage }> {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const wizard = new ImportPage(parkdesk)
  await wizard.goto()
  await wizard.open(incidentsFile(desk.folder, rows, parkdesk.words), 'incidents')
  expect(await wizard.check()).toMatchObject({ rows, created: rows, rejected: 0 })
  await wizard.takeInButton(rows).click()
  await parkdesk.page.getByRole('status').getByText(parkdesk.words.t('common:phase.writing')).waitFor()
  return { parkdesk, wizard }
}

const count = (parkdesk: Parkdesk) => parkdesk.call<number>('incidents.count')

/** All of the rows or none of them, a sound database, and an application that goes on taking work. */
async function expectWhole(parkdesk: Parkdesk): Promise<void> {
  expect([0, rows]).toContain(await count(parkdesk))
  // A command waits for an import that is still writing, so afterwards nothing can be under way any more.
  const values = { category: 'fire', severity: 1, occurredAt: Date.UTC(2026, 2, 1), status: 'reported' }
  await parkdesk.call('incidents.create', { values })
  expect([1, rows + 1]).toContain(await count(parkdesk))
  expect(await parkdesk.call('storage.verify', { jobId: randomUUID() })).toEqual({ ok: true, problems: [] })
}

test('an import whose data process is killed while it writes leaves all or nothing', async ({ desk }) => {
  const { parkdesk, wizard } = await begin(desk, rows)
  const { page, words } = parkdesk
  await parkdesk.killDataProcess()
  await expect(page.getByText(words.t('errors:data_process_stopped')).first()).toBeVisible()
  await expectWhole(parkdesk)
  // The window goes on without being started again: the same file is taken in now.
  await wizard.another()
  await wizard.open(incidentsFile(desk.folder, rows, words), 'incidents')
  const again = await wizard.check()
  expect(again.created + again.unchanged).toBe(rows)
  if (again.created > 0) expect(await wizard.takeIn(rows)).toMatchObject({ created: rows })
  expect(await count(parkdesk)).toBe(rows + 1)
})

test('an import whose window crashes while it writes leaves all or nothing', async ({ desk }) => {
  const { parkdesk } = await begin(desk, rows)
  await parkdesk.crashWindow()
  const { page, words } = parkdesk
  await expect(page.getByRole('heading', { name: words.t('imports:screen.title'), level: 1 })).toBeVisible()
  await expectWhole(parkdesk)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: words.t('shell:incidents') })
    .click()
  await expect(
    page
      .getByRole('grid')
      .or(page.getByText(words.t('incidents:emptyTitle')))
      .first(),
  ).toBeVisible()
})

test('an import cancelled while it writes leaves nothing', async ({ desk }) => {
  const { parkdesk } = await begin(desk, manyRows)
  const { page, words } = parkdesk
  await page.getByRole('button', { name: words.t('common:cancel'), exact: true }).click()
  await expect(page.getByText(words.t('errors:cancelled'))).toBeVisible()
  expect(await count(parkdesk)).toBe(0)
  await expectWhole(parkdesk)
})
