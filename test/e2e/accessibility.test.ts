import { expect, test } from './fixtures'
import { violations } from './pages/axe'
import { screens, showScreen } from './pages/screens'
import { SignIn } from './pages/sign-in'
import { switchAccountsOn } from './support/accounts'

for (const theme of ['light', 'dark'] as const) {
  test(`no screen shuts anybody out, ${theme}`, async ({ desk }) => {
    test.setTimeout(240_000)
    const parkdesk = await desk.open({ park: 'demo', language: 'ru', theme })
    const { page, words } = parkdesk
    for (const screen of screens) {
      await showScreen(parkdesk, screen)
      expect.soft(await violations(parkdesk), screen).toEqual([])
    }
    await parkdesk.goto('requests')
    await page.getByRole('grid').locator('[row-index="1"]').first().click()
    await expect(page.getByRole('complementary')).toBeVisible()
    expect.soft(await violations(parkdesk), 'a record beside its list').toEqual([])
    await page.keyboard.press('Control+KeyK')
    await expect(page.getByRole('dialog', { name: words.t('search:title') })).toBeVisible()
    await page.keyboard.type('000')
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    expect.soft(await violations(parkdesk), 'the find box').toEqual([])
  })

  test(`neither do the first steps, ${theme}`, async ({ desk }) => {
    const parkdesk = await desk.open({ language: 'en' })
    const { page, words } = parkdesk
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect.soft(await violations(parkdesk), 'language').toEqual([])
    await page.getByRole('button').last().click()
    await expect(page.getByRole('combobox').first()).toBeVisible()
    expect.soft(await violations(parkdesk), 'park').toEqual([])
    expect(words.language).toBe('en')
  })
  test(`neither do accounts and what stands before the work, ${theme}`, async ({ desk }) => {
    test.setTimeout(120_000)
    const parkdesk = await desk.open({ park: 'empty', language: 'ru', theme })
    const { page, words } = parkdesk
    const { t } = words
    await switchAccountsOn(parkdesk)
    await showScreen(parkdesk, 'accounts')
    await expect(page.getByRole('row', { name: /sergei/u })).toBeVisible()
    expect.soft(await violations(parkdesk), 'accounts').toEqual([])
    await page.getByRole('button', { name: t('accounts:list.create') }).click()
    expect.soft(await violations(parkdesk), 'a new account').toEqual([])
    await page.keyboard.press('Escape')
    await new SignIn(parkdesk).choose('lock')
    await new SignIn(parkdesk).expectLocked()
    expect.soft(await violations(parkdesk), 'locked').toEqual([])
    await page.getByRole('button', { name: t('accounts:signIn.other') }).click()
    await expect(new SignIn(parkdesk).name).toBeVisible()
    expect.soft(await violations(parkdesk), 'sign-in').toEqual([])
    await page.getByRole('button', { name: t('accounts:signIn.lost') }).click()
    await expect(page.getByLabel(t('accounts:key.title'))).toBeVisible()
    expect.soft(await violations(parkdesk), 'lost password').toEqual([])
  })
}
