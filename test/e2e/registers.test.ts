import { unpackPage, type FilterInput, type PackedPage } from '@shared/contract/page'
import type { OverviewFigures } from '@shared/features/overview/overview.contract'
import { expect, test } from './fixtures'
import { takeOffered } from './pages/controls'
import { RegisterPage } from './pages/register'
import type { Parkdesk } from './support/parkdesk'

type Row = { readonly id: string; readonly reference: string }

async function firstReference(
  desk: Parkdesk,
  direction: 'asc' | 'desc',
  filter: FilterInput = {},
): Promise<string> {
  const sort = { field: 'reference', direction }
  const { rows } = unpackPage(await desk.call<PackedPage<Row>>('requests.page', { sort, limit: 1, filter }))
  return rows[0]?.reference ?? ''
}

test('a press on a heading sorts, another one the other way', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'zh' })
  const register = new RegisterPage(parkdesk, 'requests')
  await register.goto()
  const heading = register.grid.getByRole('columnheader', {
    name: parkdesk.words.field('requests', 'reference'),
  })
  for (const [direction, named] of [
    ['asc', 'ascending'],
    ['desc', 'descending'],
  ] as const) {
    await heading.click()
    await expect(heading).toHaveAttribute('aria-sort', named)
    const first = await firstReference(parkdesk, direction)
    await expect(register.grid.locator('[row-index="0"]').first()).toContainText(first)
  }
})

test('views and conditions narrow the list to what they say', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'demo', language: 'ru' })
  const { page, words } = parkdesk
  const register = new RegisterPage(parkdesk, 'requests')
  await register.goto()
  await register.expectTotal(900)
  for (const view of ['open', 'overdue', 'waiting', 'closed']) {
    await register
      .view(words.t(`requests:view.${view}`))
      .first()
      .click()
    await register.expectTotal(await parkdesk.call<number>('requests.count', { view }))
  }
  await register.view(words.t('registers:all')).click()

  await page.getByRole('button', { name: words.t('registers:filter.add'), exact: true }).click()
  await page
    .getByRole('combobox', { name: words.t('registers:filter.field') })
    .fill(words.field('requests', 'type'))
  await takeOffered(page, words.field('requests', 'type'))
  await page
    .getByRole('combobox', { name: words.t('registers:filter.values') })
    .fill(words.code('requestType', 'legal'))
  await takeOffered(page, words.code('requestType', 'legal'))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: words.t('registers:filter.apply') }).click()
  const legal: FilterInput = { conditions: [{ field: 'type', in: ['legal'] }] }
  await register.expectTotal(await parkdesk.call<number>('requests.count', legal))
  await page
    .getByRole('button', {
      name: words.t('registers:filter.removeOf', { field: words.field('requests', 'type') }),
    })
    .click()
  await register.expectTotal(900)
})

test('text in three scripts finds its rows', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'demo', language: 'en' })
  const register = new RegisterPage(parkdesk, 'requests')
  await register.goto()
  for (const [typed, shown] of [
    ['清关', '进口设备清关'],
    ['вагон', 'Заказ вагонов'],
    ['permit', 'Work permit for technicians'],
  ]) {
    await register.search(typed ?? '')
    const total = await parkdesk.call<number>('requests.count', { text: typed })
    expect(total, typed).toBeGreaterThan(0)
    expect(total, typed).toBeLessThan(900)
    await register.expectTotal(total)
    await expect(register.row(shown ?? '').first()).toBeVisible()
  }
})

test('the columns somebody chose are there after the next start', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'zh' })
  const { page, words } = parkdesk
  // Wide enough for one more column: a list leaves out those that do not fit.
  await parkdesk.resize(1800, 900)
  const register = new RegisterPage(parkdesk, 'requests')
  await register.goto()
  const subject = words.field('requests', 'subject')
  const goods = words.field('requests', 'goods')
  await page.getByRole('button', { name: words.t('registers:columns.button') }).click()
  await page.getByRole('checkbox', { name: subject, exact: true }).uncheck()
  await page.getByRole('checkbox', { name: goods, exact: true }).check()
  await expect(register.grid.getByRole('columnheader', { name: goods, exact: true })).toBeVisible()
  await parkdesk.close()

  const again = await desk.open({ language: 'zh' })
  await again.resize(1800, 900)
  const later = new RegisterPage(again, 'requests')
  await later.goto()
  await expect(later.grid.getByRole('columnheader', { name: goods, exact: true })).toBeVisible()
  await expect(later.grid.getByRole('columnheader', { name: subject, exact: true })).toHaveCount(0)
  // Only the fields of columns that are shown are fetched: a column that was added is not an empty one.
  const firstRows = await again.call<PackedPage<{ goods: string | null }>>('requests.page', { limit: 10 })
  const shown = unpackPage(firstRows).rows.flatMap(({ goods }) => goods ?? [])
  expect(shown.length).toBeGreaterThan(0)
  for (const text of shown)
    await expect(later.grid.getByRole('gridcell', { name: text, exact: true }).first()).toBeVisible()
})

test('scrolling reaches the last of 900 rows', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'ru', language: 'ru' })
  const register = new RegisterPage(parkdesk, 'requests')
  await register.goto()
  await register.grid
    .getByRole('columnheader', { name: parkdesk.words.field('requests', 'reference') })
    .click()
  await register.grid.locator('[row-index="3"]').first().hover()
  await expect(async () => {
    await parkdesk.page.mouse.wheel(0, 4000)
    expect((await register.range()).last).toBe(900)
  }).toPass({ timeout: 30_000, intervals: [50] })
  await expect(register.row(await firstReference(parkdesk, 'desc')).first()).toBeVisible()
  // Every row down to the last is filled: no place is left waiting for its page.
  await expect(register.grid.getByText(parkdesk.words.t('registers:grid.loading'))).toHaveCount(0)
})

test('what was deleted is listed apart and comes back', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const { words } = parkdesk
  const register = new RegisterPage(parkdesk, 'requests')
  await register.goto()
  await register.expectTotal(900)
  const first = register.grid.locator('[row-index="0"]').first()
  await expect(first).toContainText(/-\d{4}-/u)
  await first.click()
  // Until its record has come the panel is not named after its number.
  await expect(register.panel).toHaveAttribute('aria-label', /\d/u)
  const reference = (await register.panel.getAttribute('aria-label')) ?? ''
  await register.panel.getByRole('button', { name: words.t('registers:remove'), exact: true }).click()
  await register.expectTotal(899)
  await register.view(words.t('registers:bin.title')).click()
  await register.expectTotal(1)
  await register.row(reference).first().click()
  await register.panel.getByRole('button', { name: words.t('registers:restore') }).click()
  await expect(register.panel).toBeHidden()
  await register.view(words.t('registers:all')).click()
  await register.expectTotal(900)
})

const figures = [
  { name: 'tenants', register: 'tenants', rows: ({ current }: OverviewFigures) => current.tenants.active },
  { name: 'open', register: 'requests', rows: ({ current }: OverviewFigures) => current.requests.openAtEnd },
  {
    name: 'turnaround',
    register: 'requests',
    rows: ({ current }: OverviewFigures) => total(current.requests.closed),
  },
  {
    name: 'onTime',
    register: 'requests',
    rows: ({ current }: OverviewFigures) => current.requests.closedWithDue,
  },
  {
    name: 'incidents',
    register: 'incidents',
    rows: ({ current }: OverviewFigures) => current.incidents.occurred,
  },
] as const

function total(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

test('a figure on the first screen opens the rows it counts', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'demo', language: 'en' })
  const { page, words } = parkdesk
  for (const { name, register, rows } of figures) {
    await parkdesk.goto('overview')
    const figure = page
      .getByRole('link', { name: words.t(`overview:figure.${name}`) })
      .and(page.locator('main a'))
    await expect(figure).toBeVisible()
    const wanted = rows(await parkdesk.call<OverviewFigures>('overview.figures'))
    if (name !== 'turnaround' && name !== 'onTime')
      await expect(figure.locator('strong')).toHaveText(String(wanted))
    await figure.click()
    const opened = new RegisterPage(parkdesk, register)
    await opened.expectShown()
    await opened.expectTotal(wanted)
  }
})
