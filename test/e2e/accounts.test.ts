import type { Me } from '@shared/features/accounts/accounts'
import { expect, test } from './fixtures'
import { SignIn } from './pages/sign-in'
import type { Parkdesk } from './support/parkdesk'
import { accountPassword, switchAccountsOn } from './support/accounts'

/** Goes through the steps that switch accounts on; answers the recovery key. */
async function switchOnByHand({ page, words: { t } }: Parkdesk): Promise<string> {
  await page.getByRole('link', { name: t('accounts:none.short') }).click()
  await page.getByRole('button', { name: t('accounts:card.switchOn') }).click()
  await page.getByRole('button', { name: t('accounts:on.begin') }).click()
  await page.getByRole('button', { name: t('common:next') }).click()
  await expect(page.getByText(t('accounts:people.missing')).first()).toBeVisible()
  for (const [index, name] of ['aigul', 'sergei'].entries()) {
    await page
      .getByLabel(t('accounts:displayName'))
      .nth(index)
      .fill(`Person ${index + 1}`)
    await page.getByLabel(t('accounts:name'), { exact: true }).nth(index).fill(name)
    await page.getByLabel(t('accounts:password'), { exact: true }).nth(index).fill(accountPassword)
  }
  await page.getByRole('button', { name: t('common:next') }).click()
  const groups = page.getByLabel(t('accounts:key.title')).locator('span')
  await expect(groups).toHaveCount(7)
  const key = (await groups.allInnerTexts()).join(' ').toLowerCase()
  await page.getByRole('button', { name: t('accounts:key.onPaper') }).click()
  const typed = page.getByLabel(t('accounts:key.title'))
  await typed.fill(key.slice(0, -1))
  await page.getByRole('button', { name: t('accounts:on.submit') }).click()
  await expect(page.getByText(t('accounts:key.mistyped'))).toBeVisible()
  await typed.fill(key)
  await page.getByRole('button', { name: t('accounts:on.submit') }).click()
  await expect(page.getByRole('heading', { name: t('accounts:list.title') })).toBeVisible()
  return key
}

test('accounts are switched on and off again by the paper', async ({ desk }) => {
  const language = 'ru'
  test.setTimeout(120_000)
  const parkdesk = await desk.open({ park: 'empty', language })
  const { page, words } = parkdesk
  const { t } = words
  const key = await switchOnByHand(parkdesk)
  expect(await parkdesk.call<Me>('accounts.me')).toMatchObject({ state: 'signedIn', name: 'aigul' })
  await page.getByRole('button', { name: t('accounts:off.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('accounts:key.title')).fill(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`)
  await dialog.getByRole('button', { name: t('accounts:off.submit') }).click()
  await expect(dialog.getByText(t('accounts:key.mistyped'))).toBeVisible()
  await dialog.getByLabel(t('accounts:key.title')).fill(key)
  await dialog.getByRole('button', { name: t('accounts:off.submit') }).click()
  await expect(page.getByRole('link', { name: t('accounts:none.short') })).toBeVisible()
  expect(await parkdesk.call<Me>('accounts.me')).toMatchObject({ state: 'noAccounts' })
})

test('a new account begins with a one-time password that it replaces at once', async ({ desk }) => {
  test.setTimeout(120_000)
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page, words } = parkdesk
  const { t } = words
  await switchAccountsOn(parkdesk)
  await parkdesk.goto('accounts')
  await page.getByRole('button', { name: t('accounts:list.create') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('accounts:name'), { exact: true }).fill('dinara')
  await dialog.getByLabel(t('accounts:displayName')).fill('Dinara of the gate')
  await dialog.getByLabel(t('accounts:role'), { exact: true }).click()
  await page.locator('.ant-select-item-option', { hasText: t('accounts:role.reader') }).click()
  await dialog.getByLabel(t('accounts:sure.password')).fill('not this one')
  await dialog.getByRole('button', { name: t('accounts:edit.make') }).click()
  await expect(dialog.getByText(t('errors:password_wrong', { seconds: 0 }))).toBeVisible()
  await dialog.getByLabel(t('accounts:sure.password')).fill(accountPassword)
  await dialog.getByRole('button', { name: t('accounts:edit.make') }).click()
  const shown = page.getByLabel(t('accounts:oneTime.password'), { exact: true })
  await expect(shown).toBeVisible()
  const oneTime = (await shown.innerText()).trim()
  await page.getByRole('button', { name: t('accounts:oneTime.done') }).click()
  await expect(page.getByRole('row', { name: /dinara/u })).toContainText(t('accounts:state.oneTime'))

  const signIn = new SignIn(parkdesk)
  await signIn.choose('changeUser')
  await signIn.name.fill('Dinara')
  await signIn.password.fill(oneTime)
  await signIn.submit.click()
  await expect(page.getByRole('heading', { name: t('accounts:change.firstTitle') })).toBeVisible()
  expect((await parkdesk.callRaw('overview.counts', '{}')).ok).toBe(false)
  await page.getByLabel(t('accounts:change.oneTime')).fill(oneTime)
  await page.getByLabel(t('accounts:password.new')).fill('Dinara of the gate')
  await page.getByRole('button', { name: t('accounts:change.submit') }).click()
  await expect(
    page.getByText(t('errors:password_weak', { reason: 'context', least: 8, most: 128 })),
  ).toBeVisible()
  await page.getByLabel(t('accounts:password.new')).fill('seven wagons before noon')
  await page.getByRole('button', { name: t('accounts:change.submit') }).click()
  await expect(page.getByRole('button', { name: t('accounts:menu.title') })).toContainText(
    'Dinara of the gate',
  )
  expect(await parkdesk.call<Me>('accounts.me')).toMatchObject({ name: 'dinara', mustChangePassword: false })
})

test('what a role may not do is not offered, and an address of it says so', async ({ desk }) => {
  test.setTimeout(120_000)
  const parkdesk = await desk.open({ park: 'demo', language: 'en' })
  const { page, words } = parkdesk
  const { t } = words
  await switchAccountsOn(parkdesk)
  const made = await parkdesk.call<{ readonly oneTimePassword: string }>('accounts.create', {
    name: 'dinara',
    displayName: 'Dinara',
    roleId: 'reader',
    password: accountPassword,
  })
  await parkdesk.call('accounts.signOut')
  const given = { name: 'dinara', password: made.oneTimePassword }
  await parkdesk.call('accounts.signIn', given)
  await parkdesk.call('accounts.changePassword', { current: given.password, next: accountPassword })
  await parkdesk.goto('requests')
  await expect(page.getByRole('grid')).toBeVisible()
  for (const name of [t('requests:create'), t('exports:screen.export'), t('registers:import')]) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await page.getByRole('grid').locator('[row-index="1"]').first().click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await expect(page.getByRole('button', { name: t('registers:edit') })).toHaveCount(0)
  await expect(page.getByText(words.field('requests', 'declaredValue'), { exact: true })).toHaveCount(0)
  const navigation = page.getByRole('navigation', { name: t('shell:navigation') })
  for (const key of ['import', 'accounts'] as const) {
    await expect(navigation.getByRole('link', { name: t(`shell:${key}`), exact: true })).toHaveCount(0)
    await parkdesk.goto(key)
    await expect(page.getByText(t('shell:notAllowedTitle'))).toBeVisible()
  }
  await page.keyboard.press('Control+Shift+KeyN')
  await expect(page.getByText(t('shell:notAllowedTitle'))).toBeVisible()
})
