import { expect, test } from './fixtures'
import { SignIn } from './pages/sign-in'
import { switchAccountsOn } from './support/accounts'

test('the manual is read from the help and before signing in', async ({ desk }) => {
  const language = 'ru'
  const parkdesk = await desk.open({ park: 'empty', language })
  const { page, words } = parkdesk
  const { t } = words
  const disk = page.getByRole('heading', { name: t('manual:title.disk') })
  await parkdesk.goto('about')
  await page.getByRole('link', { name: t('shell:toManual') }).click()
  await expect(disk).toBeVisible()
  await page.getByRole('button', { name: t('manual:title.disk') }).click()
  await expect(disk).toBeInViewport()
  await switchAccountsOn(parkdesk)
  await new SignIn(parkdesk).choose('signOut')
  await page.getByRole('button', { name: t('accounts:signIn.manual') }).click()
  await expect(disk).toBeVisible()
  await expect(page.getByText('BitLocker')).toBeVisible()
  await page.getByRole('button', { name: t('common:back'), exact: true }).click()
  await new SignIn(parkdesk).expectShown()
})
