import { expect } from 'playwright/test'
import type { Language } from '@shared/kernel/language'
import type { Parkdesk } from '../support/parkdesk'
import { languageNames, words } from '../support/words'
import { pick } from './controls'

export type ParkWish = { readonly name: string; readonly country: string; readonly currency: string }

/** Goes through the first steps: language, park, and what to begin with. */
export async function makePark({ page }: Parkdesk, language: Language, park: ParkWish): Promise<void> {
  const { t, code } = words(language)
  await page.getByRole('radio', { name: languageNames[language] }).press('Space')
  await expect(page.getByRole('heading', { name: t('storage:welcome') })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: t('storage:parkTitle') })).toBeVisible()
  await page.getByLabel(languageNames[language], { exact: true }).fill(park.name)
  await pick(
    page,
    page.getByLabel(t('settings:park.country'), { exact: true }),
    code('country', park.country),
  )
  await pick(page, page.getByLabel(t('settings:park.currency'), { exact: true }), park.currency)
  await page.getByRole('button', { name: t('storage:parkCreate') }).click()
  await expect(page.getByRole('heading', { name: t('storage:startTitle') })).toBeVisible()
}
