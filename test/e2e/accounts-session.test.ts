import { unpackPage, type PackedPage } from '@shared/contract/page'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import { expect, test } from './fixtures'
import { RecordForm } from './pages/form'
import { SignIn } from './pages/sign-in'
import type { Parkdesk } from './support/parkdesk'
import { accountPassword, switchAccountsOn } from './support/accounts'

const subject = 'Вывоз 废料 from hall 7'

/** What no locked window may show: the park's tenants, by name. */
async function tenantNames(desk: Parkdesk): Promise<readonly string[]> {
  const page = await desk.call<PackedPage<{ readonly name: string }>>('tenants.page', { limit: 20 })
  return unpackPage(page).rows.map(({ name }) => name)
}

/** Everything in the document: text, values of fields, attributes. */
async function documentText({ page }: Parkdesk): Promise<string> {
  return await page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )
    return [document.title, document.documentElement.outerHTML, ...values].join('\n')
  })
}

test('signing in takes the keyboard alone', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  const signIn = new SignIn(parkdesk)
  const name = await switchAccountsOn(parkdesk)
  await signIn.choose('signOut')
  await signIn.expectShown()
  await expect(signIn.name).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(accountPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toBeVisible()
  await page.keyboard.press('Control+KeyL')
  await signIn.expectLocked()
  await expect(signIn.password).toBeFocused()
  await page.keyboard.type(accountPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toBeVisible()
})

test('a locked window holds no word of a record, whatever stood on it', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'demo', language: 'en' })
  const { page, words } = parkdesk
  await switchAccountsOn(parkdesk)
  const names = await tenantNames(parkdesk)
  await parkdesk.goto('tenants')
  await page.getByRole('grid').locator('[row-index="1"]').first().click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('dialog', { name: words.t('search:title') })).toBeVisible()
  const before = await documentText(parkdesk)
  expect(names.some((name) => before.includes(name))).toBe(true)

  // As the system does when its screen is locked.
  await parkdesk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await new SignIn(parkdesk).expectLocked()
  const after = await documentText(parkdesk)
  expect(names.filter((name) => after.includes(name))).toEqual([])
  await expect(page.locator('dialog, .ag-root-wrapper, .ui-notice')).toHaveCount(0)
  expect((await parkdesk.callRaw('tenants.page', '{"limit":1}')).ok).toBe(false)
})

test('whoever locked comes back to the screen and the draft; somebody else sees neither', async ({
  desk,
}) => {
  test.setTimeout(120_000)
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page, words } = parkdesk
  const signIn = new SignIn(parkdesk)
  const form = new RecordForm(parkdesk, 'requests')
  const name = await switchAccountsOn(parkdesk)
  await form.gotoNew()
  // Without any pause: what was typed last is kept before the window locks.
  await form.input('subject').pressSequentially(subject)
  await page.keyboard.press('Control+KeyL')
  await signIn.expectLocked()
  expect(await documentText(parkdesk)).not.toContain('废料')

  await page.getByRole('button', { name: words.t('accounts:signIn.other') }).click()
  await signIn.as('sergei', accountPassword)
  await expect(page.getByRole('heading', { name: words.t('shell:overview'), level: 1 })).toBeVisible()
  expect(await parkdesk.call<readonly Draft[]>('drafts.list')).toEqual([])
  await form.gotoNew()
  await expect(form.input('subject')).toHaveValue('')

  await signIn.choose('changeUser')
  await signIn.as(name, accountPassword)
  expect(await parkdesk.call<readonly Draft[]>('drafts.list')).toHaveLength(1)
  await form.gotoNew()
  await expect(form.input('subject')).toHaveValue(subject)
  await page.keyboard.press('Control+KeyL')
  await signIn.password.fill(accountPassword)
  await signIn.submit.click()
  await expect(form.input('subject')).toHaveValue(subject)
})

test('a wrong password says no more than that; after five the next one waits', async ({ desk }) => {
  test.setTimeout(120_000)
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page, words } = parkdesk
  const { t } = words
  const signIn = new SignIn(parkdesk)
  const name = await switchAccountsOn(parkdesk)
  await signIn.choose('signOut')
  const wrong = page.getByText(t('errors:sign_in_failed', { seconds: 0 }))
  for (const who of ['nobody-of-that-name', name]) {
    await signIn.name.fill(who)
    await signIn.password.fill('not the password')
    await signIn.submit.click()
    await expect(wrong, who).toBeVisible()
    await expect(signIn.password).toBeFocused()
    await expect(signIn.password).toHaveValue('')
  }
  const waiting = page.locator('.sign-in-wait')
  await expect(async () => {
    await signIn.password.fill('not the password')
    await signIn.submit.click({ timeout: 1000 })
    await expect(waiting).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
  await expect(signIn.submit).toBeDisabled()
  // Nobody waits for good: the count ends and the right password is taken.
  await expect(waiting).toHaveCount(0, { timeout: 30_000 })
  await signIn.as(name, accountPassword)
  await expect(page.locator('.ui-notice')).toContainText(/failed attempts/u)
})

test('an account that an administrator has disabled cannot sign in', async ({ desk }) => {
  test.setTimeout(120_000)
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  await switchAccountsOn(parkdesk)
  const accounts =
    await parkdesk.call<readonly { id: string; version: number; name: string }[]>('accounts.list')
  const other = accounts.find(({ name }) => name === 'sergei')
  await parkdesk.call('accounts.update', {
    id: other?.id,
    version: other?.version,
    displayName: 'Sergei',
    roleId: 'administrator',
    disabled: true,
    password: accountPassword,
  })
  const signIn = new SignIn(parkdesk)
  await signIn.choose('signOut')
  await signIn.name.fill('sergei')
  await signIn.password.fill(accountPassword)
  await signIn.submit.click()
  const refused = parkdesk.page.getByText(parkdesk.words.t('errors:sign_in_failed', { seconds: 0 }))
  await expect(refused).toBeVisible()
})
