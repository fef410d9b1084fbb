import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { RequestRow } from '@shared/features/requests/requests.contract'
import type { Language } from '@shared/kernel/language'
import { formatFor } from '../../renderer/i18n/format-values'
import { expect, test } from './fixtures'
import { pick } from './pages/controls'
import { tabTo } from './pages/keyboard'
import type { Parkdesk } from './support/parkdesk'

/** A request whose deadlines come from its target, received now. */
async function takeIn(desk: Parkdesk): Promise<RequestRow> {
  const { rows } = unpackPage(await desk.call<PackedPage<{ id: string }>>('tenants.page', { limit: 1 }))
  const values = { type: 'customs', tenantId: rows[0]?.id, subject: 'Clearance', receivedAt: Date.now() }
  return desk.call<RequestRow>('requests.create', { values })
}

async function formatOf(desk: Parkdesk, language: Language) {
  const { timeZone } = await desk.call<{ timeZone: string }>('settings.park')
  return formatFor(language, timeZone)
}

test('a holiday is added, the deadlines it would move are seen, saved and explained, by keyboard alone', async ({
  desk,
}) => {
  const language = 'zh'
  const parkdesk = await desk.open({ park: 'ru', language })
  const { page, words } = parkdesk
  const format = await formatOf(parkdesk, language)
  const request = await takeIn(parkdesk)
  const due = request.dueAt ?? 0
  const button = (key: string, values = {}) =>
    page.getByRole('button', { name: words.t(key, values), exact: true })

  await page.keyboard.press('Control+Digit6')
  await tabTo(parkdesk, button('clocks:settings.open'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.t('clocks:title') })).toBeVisible()

  await tabTo(parkdesk, button('clocks:days.add'))
  await page.keyboard.press('Enter')
  await tabTo(parkdesk, page.getByRole('dialog').getByLabel(words.t('clocks:days.date'), { exact: true }))
  await page.keyboard.type(format.dayOf(due))
  await tabTo(parkdesk, page.getByRole('dialog').getByLabel(words.t('clocks:days.name'), { exact: true }))
  await page.keyboard.type('Park day 园区日')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: 'Park day 园区日' })).toBeVisible()

  await tabTo(parkdesk, button('clocks:save.button'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: words.t('clocks:save.title') })
  await expect(dialog.getByText(words.t('clocks:save.moved', { moved: 1, open: 1 }))).toBeVisible()
  const row = dialog
    .getByRole('row', { name: request.reference })
    .filter({ hasText: words.t('clocks:clock.resolution') })
  await expect(row).toContainText(format.instant(due))
  await tabTo(parkdesk, dialog.getByRole('button', { name: words.t('clocks:save.confirm', { moved: 1 }) }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.t('clocks:save.done', { moved: 1 }))).toBeVisible()
  const moved = (await parkdesk.call<RequestRow>('requests.get', { id: request.id })).dueAt ?? 0
  expect(moved).toBeGreaterThan(due)

  await parkdesk.goto(`requests/${request.id}`)
  const card = page.getByRole('region', { name: words.t('clocks:card.title'), exact: true })
  await expect(card).toContainText(format.instant(moved))
  const name = words.t('clocks:clock.resolution')
  await tabTo(parkdesk, card.getByRole('button', { name: words.t('clocks:card.whyOf', { clock: name }) }))
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog')
  await expect(why.getByRole('row', { name: 'Park day 园区日' })).toContainText(
    format.date(format.dayOf(due)),
  )
  await expect(why).toContainText(words.t('clocks:why.due', { time: format.instant(moved) }))
  await tabTo(parkdesk, why.getByRole('button', { name: words.t('clocks:why.copy') }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.t('clocks:why.copied'))).toBeVisible()
  expect(await parkdesk.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Park day 园区日')
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
})

test('a country’s year is taken over once, an impossible interval is pointed out, and what was typed waits for its typist', async ({
  desk,
}) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const { page, words } = parkdesk
  await parkdesk.goto('working-time')
  const take = page.getByRole('button', { name: words.t('clocks:take.button') })
  await expect(page.getByText(words.t('clocks:gap.transfers'))).toBeVisible()
  await pick(
    page,
    page.getByRole('combobox', { name: words.t('clocks:take.country') }),
    words.code('country', 'CN'),
  )
  await take.click()
  await expect(page.getByText(words.t('clocks:take.verified'))).toBeVisible()
  await expect(page.getByRole('row', { name: 'Spring Festival' })).toHaveCount(9)
  await take.click()
  await expect(page.getByText(words.t('clocks:take.done', { count: 0 }))).toBeVisible()
  const monday = page.getByLabel(words.t('clocks:weekday.mon'), { exact: true })
  await monday.fill('9-13, 12-18')
  await expect(page.getByText(words.t('clocks:problem.overlap'))).toBeVisible()
  await page.getByRole('button', { name: words.t('clocks:save.button') }).click()
  await expect(page.getByText(words.t('clocks:problem.some'))).toBeVisible()
  await parkdesk.goto('overview')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await parkdesk.goto('working-time')
  await expect(monday).toHaveValue('9-13, 12-18')
})
