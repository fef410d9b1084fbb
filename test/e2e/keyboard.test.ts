import { pinyin } from 'pinyin-pro'
import type { Language } from '@shared/kernel/language'
import { unpackPage, type PackedPage } from '@shared/contract/page'
import { expect, test } from './fixtures'
import { showScreen } from './pages/screens'
import { RecordForm } from './pages/form'
import { tabStops, tabTo, takeByArrows, unreached } from './pages/keyboard'
import type { Parkdesk } from './support/parkdesk'

type TenantRow = { readonly name: string; readonly nameRu: string | null }

/** A tenant of the park and what somebody types to find it: pinyin, or the beginning of its Russian name. */
async function tenantToFind(
  desk: Parkdesk,
  language: Language,
): Promise<{ readonly name: string; readonly typed: string }> {
  const { rows } = unpackPage(await desk.call<PackedPage<TenantRow>>('tenants.page', { limit: 50 }))
  const russian = (row: TenantRow) => row.nameRu ?? row.name
  const script = language === 'zh' ? /^\p{Script=Han}{6}/u : /^[А-Я][а-я]{3}/u
  const tenant = rows.find((row) => script.test(language === 'zh' ? row.name : russian(row)))
  if (tenant === undefined) throw new Error('no tenant with a name in the language')
  if (language === 'ru') return { name: tenant.name, typed: russian(tenant).slice(0, 14).toLowerCase() }
  const letters = pinyin(tenant.name, { toneType: 'none', type: 'array' }).slice(0, 4).join('')
  return { name: tenant.name, typed: letters }
}

/** Leaves a form that saved, and sees the record beside its list. */
async function saveAndClose({ page, words }: Parkdesk): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(words.t('registers:saved')).first()).toBeVisible()
  await expect(page.getByRole('complementary')).toBeVisible()
}

for (const language of ['zh', 'ru'] as const) {
  test(`a request is taken in, changed, deleted and found by the keyboard alone, in ${language}`, async ({
    desk,
  }) => {
    const parkdesk = await desk.open({ park: language, language })
    const { page, words } = parkdesk
    const tenant = await tenantToFind(parkdesk, language)
    const form = new RecordForm(parkdesk, 'requests')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+Digit6')
    await expect(page.getByRole('heading', { level: 1, name: words.t('shell:settings') })).toBeVisible()

    await page.keyboard.press('Control+Shift+KeyN')
    await tabTo(parkdesk, form.input('tenantId'))
    await page.keyboard.type(tenant.typed)
    await takeByArrows(parkdesk, tenant.name)
    await tabTo(parkdesk, form.input('subject'))
    await page.keyboard.type('通行证 Пропуск 1')
    await saveAndClose(parkdesk)
    const panel = page.getByRole('complementary')
    await expect(panel).toContainText('通行证 Пропуск 1')
    await expect(panel).toContainText(tenant.name)
    await expect(page.getByRole('grid')).toContainText('通行证 Пропуск 1')
    await expect(panel).toHaveAttribute('aria-label', /^CUS-\d{4}-\d+$/u)
    const reference = (await panel.getAttribute('aria-label')) ?? ''

    await page.keyboard.press('F2')
    await tabTo(parkdesk, form.input('subject'))
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.type('Пропуск 2 通行证')
    await saveAndClose(parkdesk)
    await expect(panel).toContainText('Пропуск 2 通行证')

    await tabTo(
      parkdesk,
      panel.getByRole('button', { name: words.t('registers:remove'), exact: true }),
      'Shift+Tab',
    )
    await page.keyboard.press('Enter')
    const notices = page.getByRole('region', { name: words.t('common:notices') })
    const removed = notices.getByText(words.t('registers:removed', { name: reference }))
    await expect(removed).toBeVisible()
    await expect(page.getByRole('grid').getByText(reference, { exact: true })).toBeHidden()
    await tabTo(parkdesk, notices.getByRole('button', { name: words.t('registers:undo') }))
    await page.keyboard.press('Enter')
    await expect(notices.getByText(words.t('registers:restored', { name: reference }))).toBeVisible()
    await expect(page.getByRole('grid').getByText(reference, { exact: true })).toBeVisible()

    await page.keyboard.press('Control+KeyK')
    const find = page.getByRole('dialog', { name: words.t('search:title') })
    await expect(find).toBeVisible()
    await page.keyboard.type(reference)
    await expect(find.getByRole('option', { name: new RegExp(`^${reference}`, 'u') })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Пропуск 2 通行证')
  })
}

test('a tenant and an incident are entered by the keyboard alone', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'en', language: 'en' })
  const { page, words } = parkdesk
  const tenant = new RecordForm(parkdesk, 'tenants')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+Digit2')
  await expect(page.getByRole('heading', { level: 1, name: words.t('tenants:title') })).toBeVisible()
  await page.keyboard.press('Control+KeyN')
  await tabTo(parkdesk, tenant.input('name'))
  await page.keyboard.type('Silk Bearings LLC')
  await saveAndClose(parkdesk)
  await expect(page.getByRole('complementary', { name: 'Silk Bearings LLC' })).toBeVisible()

  const incident = new RecordForm(parkdesk, 'incidents')
  await page.keyboard.press('Control+Digit4')
  await expect(page.getByRole('heading', { level: 1, name: words.t('incidents:title') })).toBeVisible()
  await page.keyboard.press('Control+KeyN')
  await tabTo(parkdesk, incident.input('category'))
  await page.keyboard.type(words.code('incidentCategory', 'fire'))
  await takeByArrows(parkdesk, words.code('incidentCategory', 'fire'))
  await tabTo(parkdesk, incident.input('severity'))
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type('2')
  await tabTo(parkdesk, incident.input('location'))
  await page.keyboard.type('Gate 9')
  await saveAndClose(parkdesk)
  await expect(page.getByRole('complementary')).toContainText('Gate 9')
})

test('every control of every screen is reached by Tab with a focus one can see', async ({ desk }) => {
  test.setTimeout(240_000)
  const parkdesk = await desk.open({ park: 'demo', language: 'en' })
  const { words } = parkdesk
  const screens = [
    'overview',
    'tenants',
    'requests',
    'incidents',
    'import',
    'reports',
    'settings',
    'about',
    'requests/new',
  ]
  for (const screen of screens) {
    await showScreen(parkdesk, screen)
    const stops = await tabStops(parkdesk)
    const blind = stops.filter(({ visible }) => !visible).map(({ words: name }) => name)
    expect.soft(blind, `stops without visible focus on ${screen}`).toEqual([])
    expect.soft(await unreached(parkdesk, stops), `not reached on ${screen}`).toEqual([])
    const names = stops.map(({ words: name }) => name)
    for (const section of ['overview', 'tenants', 'requests', 'incidents', 'reports', 'import', 'settings']) {
      expect.soft(names, `${section} on ${screen}`).toContain(words.t(`shell:${section}`))
    }
  }
})
