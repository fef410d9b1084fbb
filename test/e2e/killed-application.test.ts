import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { StorageStatus } from '@shared/features/storage/storage'
import { expect, test, type Desk } from './fixtures'
import { ImportPage } from './pages/import'
import { incidentsFile } from './support/files'
import type { Parkdesk } from './support/parkdesk'

const rows = 8000

/** How often the application is killed; the long form of the fault plan asks for more. */
const kills = Number(process.env['PARKDESK_FAULTS_KILLS'] ?? 2)

/** What the write-ahead log of such an import comes to. */
const logBytes = 12 * 1024 * 1024

/** Checks a file of incidents and has it taken in; resolves while it is being written. */
async function beginImport(parkdesk: Parkdesk, desk: Desk, series: string): Promise<void> {
  const { page, words } = parkdesk
  const wizard = new ImportPage(parkdesk)
  await wizard.goto()
  await wizard.open(incidentsFile(desk.folder, rows, words, series), 'incidents')
  await wizard.check()
  await wizard.takeInButton(rows).click()
  await page.getByRole('status').getByText(words.t('common:phase.writing')).waitFor()
}

/** Resolves when the write-ahead log has reached a size, or the import has come to its end before. */
async function grown(parkdesk: Parkdesk, bytes: number): Promise<void> {
  const log = join(parkdesk.folders.data, 'parkdesk.sqlite-wal')
  const done = parkdesk.page.getByText(parkdesk.words.t('imports:screen.done'))
  const isLarge = () => (statSync(log, { throwIfNoEntry: false })?.size ?? 0) >= bytes
  while (!isLarge() && !(await done.isVisible()));
}

const count = (parkdesk: Parkdesk) => parkdesk.call<number>('incidents.count')

test('an application killed during imports, again and again, loses and halves nothing', async ({ desk }) => {
  test.setTimeout(60_000 + kills * 30_000)
  let stored = 0
  let parkdesk = await desk.open({ park: 'empty', language: 'en' })
  for (let round = 0; round < kills; round += 1) {
    // Something small and acknowledged first; whatever comes afterwards, it stays.
    const values = { category: 'fire', severity: 1, occurredAt: Date.UTC(2026, 2, 1), status: 'reported' }
    await parkdesk.call('incidents.create', { values })
    stored += 1
    // Other incidents each time: those of an import that came to its end would be nothing new at the next one.
    await beginImport(parkdesk, desk, `N${round}`)
    if (round % 2 === 1) await grown(parkdesk, Math.random() * logBytes)
    await parkdesk.killAll()
    parkdesk = await desk.open()
    const { state, uncleanStop } = await parkdesk.call<StorageStatus>('storage.status')
    expect({ state, uncleanStop }).toEqual({ state: 'ready', uncleanStop: true })
    const found = await count(parkdesk)
    expect([stored, stored + rows]).toContain(found)
    stored = found
    expect(await parkdesk.call('storage.verify', { jobId: randomUUID() })).toEqual({ ok: true, problems: [] })
  }
})

test('work goes on when the process that draws is killed during an import', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page, words } = parkdesk
  await beginImport(parkdesk, desk, 'N')
  await parkdesk.killGraphics()
  await expect(page.getByText(words.t('imports:screen.done'))).toBeVisible()
  expect(await count(parkdesk)).toBe(rows)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: words.t('shell:incidents') })
    .click()
  await expect(page.getByRole('grid')).toBeVisible()
})
