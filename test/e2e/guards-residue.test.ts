import { execFileSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect, test } from './guards-fixtures'
import { ReportPage } from './pages/report'
import { accountPassword, switchAccountsOn } from './support/accounts'
import type { Parkdesk } from './support/parkdesk'

/** Words no other file has, as they could stand in a name, a description and a search. */
const marks = { tenant: 'Qzxmarkone', incident: 'Qzxmarktwo', search: 'Qzxmarkthree', typed: 'Qzxmarkfour' }

/** Everything below a folder but sockets, by its path from there. */
function entriesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false })
    return found !== undefined && (found.isFile() || found.isDirectory())
  })
}

/** Files below a folder that hold a mark in any of the ways programs keep text. */
function holding(folder: string, words: readonly string[] = Object.values(marks)): readonly string[] {
  return entriesOf(folder)
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(folder, name))
      return words.some((word) =>
        [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')].some((form) => bytes.includes(form)),
      )
    })
}

/** A session that shows, prints, seeks and types every mark. */
async function work(parkdesk: Parkdesk, reports: string): Promise<void> {
  const { page, words } = parkdesk
  await parkdesk.call('tenants.create', { values: { name: marks.tenant } })
  const incident = { category: 'fire', severity: 1, occurredAt: Date.UTC(2026, 2, 1), status: 'reported' }
  await parkdesk.call('incidents.create', { values: { ...incident, description: marks.incident } })
  const section = async (name: string, shown: string) => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words.t(`shell:${name}`) })
      .click()
    await expect(page.getByText(shown).first()).toBeVisible()
  }
  await section('tenants', marks.tenant)
  await page.getByRole('grid').getByText(marks.tenant).first().dblclick()
  await expect(page.getByRole('heading', { name: marks.tenant }).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(marks.search)
  // The first press clears what was typed.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await parkdesk.call('search.find', { text: marks.search, limit: 10 })
  await parkdesk.goto('tenants/new')
  await page.getByRole('textbox').first().waitFor()
  const report = new ReportPage(parkdesk)
  await report.goto()
  await report.saveInto(reports)
  await parkdesk.callRaw(
    'tenants.create',
    JSON.stringify({ values: { name: marks.typed, nothing: marks.typed } }),
  )
  await parkdesk.crashWindow()
  await parkdesk.killDataProcess()
  await expect.poll(() => parkdesk.call<number>('tenants.count').catch(() => null)).toBe(1)
}

test('what was worked on stays in the data folder and nowhere else', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  await work(parkdesk, desk.makeFolder('report'))
  await switchAccountsOn(parkdesk)
  const { data, user } = desk.folders
  await parkdesk.close()
  expect(holding(data).length).toBeGreaterThan(0)
  expect(holding(desk.folder, [accountPassword])).toEqual([])
  expect(holding(join(data, 'logs'))).toEqual([])
  expect(holding(user)).toEqual([])
  expect(holding(desk.makeFolder('tmp'))).toEqual([])
  expect(holding(desk.makeFolder('home'))).toEqual([])
  parkdesk.forgive()
})

test('everything the program keeps is for its user alone; what he saves for others has his own mode', async ({
  desk,
}) => {
  test.skip(process.platform === 'win32', 'folders of a user are his there; there are no modes')
  const parkdesk = await desk.open({ language: 'en' })
  const park = {
    nameZh: null,
    nameRu: null,
    nameEn: 'Park',
    timeZone: 'Asia/Almaty',
    currency: 'CNY',
    country: 'KZ',
  }
  await parkdesk.call('storage.createPark', park)
  await parkdesk.call('tenants.create', { values: { name: 'Tenant LLC' } })
  const backups = desk.makeFolder('backups')
  await parkdesk.answerSave(join(backups, 'park.parkdesk'))
  const chosen = await parkdesk.call<{ token: string }>('shell.chooseFile', { purpose: 'backup', title: 'x' })
  await parkdesk.call('backups.saveTo', { jobId: randomUUID(), file: chosen.token })
  await parkdesk.call('backups.make', { jobId: randomUUID() })
  const exported = join(desk.makeFolder('exports'), 'tenants.csv')
  await parkdesk.answerSave(exported)
  const target = await parkdesk.call<{ token: string }>('shell.chooseFile', { purpose: 'export', title: 'x' })
  await parkdesk.call('exports.run', {
    jobId: randomUUID(),
    file: target.token,
    register: 'tenants',
    format: 'csv',
    language: 'en',
  })
  await parkdesk.page.reload()

  const open = [desk.folders.data, desk.folders.user, backups].flatMap((folder) =>
    ['', ...entriesOf(folder)]
      .filter((name) => folder !== backups || name !== '')
      .filter((name) => (lstatSync(join(folder, name)).mode & 0o077) !== 0)
      .map((name) => join(folder, name)),
  )
  expect(open).toEqual([])
  expect(entriesOf(desk.folders.data)).toEqual(
    expect.arrayContaining(['parkdesk.sqlite', 'parkdesk.sqlite-wal', join('logs', 'parkdesk.log')]),
  )
  const mask = Number.parseInt(execFileSync('sh', ['-c', 'umask'], { encoding: 'utf8' }), 8)
  expect(lstatSync(exported).mode & 0o777).toBe(0o666 & ~mask)
})
