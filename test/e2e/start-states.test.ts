import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Desk } from './fixtures'
import { ImportPage } from './pages/import'
import { incidentsFile } from './support/files'
import { start, type Parkdesk } from './support/parkdesk'

const pageSize = 4096
const dataOf = (desk: Desk) => join(desk.folder, 'data')
const fileOf = (desk: Desk) => join(dataOf(desk), 'parkdesk.sqlite')

/** A park that was worked with, was closed, and then met with an accident before it is opened again. */
async function afterAccident(desk: Desk, accident: (file: string) => void): Promise<Parkdesk> {
  const before = await desk.open({ park: 'demo', language: 'en' })
  await before.call('backups.make', { jobId: crypto.randomUUID() })
  await before.close()
  accident(fileOf(desk))
  return desk.open()
}

function spoil(file: string, first: number, pages: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0, first * pageSize, (first + pages) * pageSize)
  writeFileSync(file, bytes)
}

const title = (parkdesk: Parkdesk, kind: string) =>
  parkdesk.page.getByRole('heading', { name: parkdesk.words.t(`storage:trouble.title.${kind}`), level: 1 })

const button = (parkdesk: Parkdesk, key: string) =>
  parkdesk.page.getByRole('button', { name: parkdesk.words.t(key), exact: true })

test.describe('a data file that is', () => {
  for (const [what, kind, accident] of [
    ['emptied', 'empty', (file: string) => truncateSync(file, 0)],
    ['cut to a page', 'damaged', (file: string) => truncateSync(file, pageSize)],
    ['a letter', 'damaged', (file: string) => writeFileSync(file, 'A letter, and no database. '.repeat(300))],
    ['gone', 'missing', (file: string) => rmSync(file)],
  ] as const) {
    test(`${what} is never replaced by a new park, and its backup brings it back`, async ({ desk }) => {
      const parkdesk = await afterAccident(desk, accident)
      await expect(title(parkdesk, kind)).toBeVisible()
      const made = await parkdesk.callRaw(
        'storage.createPark',
        JSON.stringify({
          nameEn: 'New',
          nameZh: null,
          nameRu: null,
          timeZone: 'Asia/Almaty',
          currency: 'CNY',
          country: null,
        }),
      )
      expect(made.ok).toBe(false)
      await button(parkdesk, 'storage:rescue.look').first().click()
      await button(parkdesk, 'storage:rescue.check').click()
      await button(parkdesk, 'storage:rescue.restore').click()
      await expect(parkdesk.page.getByRole('navigation')).toBeVisible()
      expect(await parkdesk.call<number>('requests.count')).toBe(900)
      parkdesk.forgive()
    })
  }
})

test('a damaged file without a backup is salvaged, with a support file for whoever helps', async ({
  desk,
}) => {
  const parkdesk = await afterAccident(desk, (file) => {
    spoil(file, 40, 2)
    rmSync(join(dataOf(desk), 'backups'), { recursive: true })
  })
  const { page, words } = parkdesk
  await expect(title(parkdesk, 'damaged')).toBeVisible()
  await expect(page.getByText(words.t('storage:rescue.none'))).toBeVisible()
  const support = join(desk.folder, 'support.json')
  await parkdesk.answerSave(support)
  await button(parkdesk, 'storage:trouble.support').click()
  await expect(
    page.getByText(words.t('storage:trouble.supportSaved', { file: 'support.json' })),
  ).toBeVisible()
  const facts = JSON.parse(readFileSync(support, 'utf8')) as { state: { failure: { code: string } } }
  expect(facts.state.failure.code).toBe('database_damaged')
  await button(parkdesk, 'storage:salvage.read').click()
  await expect(page.getByRole('table')).toContainText(words.t('storage:salvage.table.requests'))
  await button(parkdesk, 'storage:salvage.use').click()
  await expect(page.getByRole('navigation')).toBeVisible()
  expect(await parkdesk.call<number>('requests.count')).toBeGreaterThan(500)
  expect(readdirSync(join(dataOf(desk), 'quarantine'))).toHaveLength(1)
  parkdesk.forgive()
})

test('a file of a newer version or of another program is named so, and only the latter may be replaced', async ({
  desk,
}) => {
  // Where SQLite's header keeps the version and the mark of the program.
  for (const [kind, at, replaceable] of [
    ['newer', 60, false],
    ['foreign', 68, true],
  ] as const) {
    rmSync(dataOf(desk), { recursive: true, force: true })
    const before = await desk.open({ park: 'empty', language: 'en' })
    await before.close()
    const bytes = readFileSync(fileOf(desk))
    bytes.writeUInt32BE(99_990, at)
    writeFileSync(fileOf(desk), bytes)
    const parkdesk = await desk.open()
    await expect(title(parkdesk, kind)).toBeVisible()
    await expect(button(parkdesk, 'storage:rescue.file')).toHaveCount(replaceable ? 1 : 0)
    await expect(button(parkdesk, 'storage:salvage.read')).toHaveCount(0)
    await parkdesk.close()
    expect(readFileSync(fileOf(desk))).toEqual(bytes)
  }
})

test('a second window on the same data waits for the first and opens once it has closed', async ({
  desk,
}) => {
  const first = await desk.open({ park: 'empty', language: 'en' })
  const second = await start({ data: dataOf(desk), user: join(desk.folder, 'second') }, 'en')
  try {
    await expect(title(second, 'elsewhere')).toBeVisible()
    expect((await second.callRaw('tenants.count', '{}')).ok).toBe(false)
    await first.close()
    await expect(second.page.getByRole('navigation')).toBeVisible({ timeout: 15_000 })
  } finally {
    await second.close()
  }
})

test('data that another machine left open is taken over by whoever says so', async ({ desk }) => {
  const before = await desk.open({ park: 'empty', language: 'en' })
  await before.close()
  const beat = Date.now() - 3_600_000
  const owner = { machine: 'another', workstation: 'DESK-7', pid: 1, since: beat, beat }
  writeFileSync(join(dataOf(desk), 'owner.json'), JSON.stringify(owner))
  const parkdesk = await desk.open()
  await expect(title(parkdesk, 'elsewhere')).toBeVisible()
  await expect(parkdesk.page.getByText('DESK-7').first()).toBeVisible()
  await button(parkdesk, 'storage:trouble.takeOver').click()
  await expect(parkdesk.page.getByRole('navigation')).toBeVisible()
})

test('data in a folder that is copied to the cloud is not opened, with the way to move it', async ({
  desk,
}) => {
  const before = await desk.open({ park: 'empty', language: 'en' })
  await before.close()
  writeFileSync(join(desk.folder, '.dropbox'), '')
  const parkdesk = await desk.open()
  await expect(title(parkdesk, 'notLocal')).toBeVisible()
  await expect(parkdesk.page.getByRole('listitem').first()).toBeVisible()
  rmSync(join(desk.folder, '.dropbox'))
  await button(parkdesk, 'storage:checkAgain').click()
  await expect(parkdesk.page.getByRole('navigation')).toBeVisible()
})

test('a file that was moved away while the program ran is found again when it is back', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  await parkdesk.call('backups.make', { jobId: crypto.randomUUID() })
  const aside = join(desk.folder, 'aside.sqlite')
  renameSync(fileOf(desk), aside)
  await expect(title(parkdesk, 'missing')).toBeVisible({ timeout: 15_000 })
  renameSync(aside, fileOf(desk))
  await expect(parkdesk.page.getByRole('navigation')).toBeVisible({ timeout: 15_000 })
  parkdesk.forgive()
})

test.describe('data on a write-protected medium', () => {
  test.skip(process.getuid?.() !== 0, 'only root can mount one')

  test('can be looked at, and every screen says that nothing is saved', async ({ desk }) => {
    const before = await desk.open({ park: 'demo', language: 'en' })
    await before.close()
    const data = dataOf(desk)
    execFileSync('mount', ['--bind', data, data])
    try {
      execFileSync('mount', ['-o', 'remount,ro,bind', data])
      const parkdesk = await desk.open()
      const { page, words } = parkdesk
      await expect(page.getByRole('alert').getByText(words.t('storage:banner.readOnly'))).toBeVisible()
      expect(await parkdesk.call<number>('requests.count')).toBe(900)
      const values = { category: 'fire', severity: 1, occurredAt: Date.UTC(2026, 2, 1), status: 'reported' }
      const made = await parkdesk.callRaw('incidents.create', JSON.stringify({ values }))
      expect(made).toMatchObject({ ok: false, error: { code: 'database_read_only' } })
      await parkdesk.close()
    } finally {
      execFileSync('umount', ['-l', data])
    }
  })
})

test('ending the program while an import writes takes the import back, and the next start is an ordinary one', async ({
  desk,
}) => {
  const rows = 60_000
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const wizard = new ImportPage(parkdesk)
  await wizard.goto()
  await wizard.open(incidentsFile(desk.folder, rows, parkdesk.words), 'incidents')
  await wizard.check()
  await wizard.takeInButton(rows).click()
  await parkdesk.page.getByRole('status').getByText(parkdesk.words.t('common:phase.writing')).waitFor()
  await parkdesk.close()
  const next = await desk.open()
  expect(await next.call<number>('incidents.count')).toBe(0)
  expect(await next.call('storage.status')).toMatchObject({ state: 'ready', uncleanStop: false })
  expect(await next.call('storage.verify', { jobId: crypto.randomUUID() })).toEqual({
    ok: true,
    problems: [],
  })
})
