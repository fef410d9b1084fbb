import { unpackPage, type PackedPage } from '@shared/contract/page'
import { expect } from 'playwright/test'
import type { Parkdesk } from '../support/parkdesk'

/** Every screen there is, by its address; `:id` stands for the first record of the register. */
export const screens = [
  'overview',
  'tenants',
  'tenants/new',
  'tenants/:id',
  'requests',
  'requests/new',
  'requests/:id',
  'requests/:id/edit',
  'incidents',
  'incidents/new',
  'incidents/:id',
  'import',
  'reports',
  'backups',
  'settings',
  'working-time',
  'service-levels',
  'codes',
  'requests/board',
  'accounts',
  'manual',
  'about',
] as const

/** Shows a screen and waits until it has everything it shows. */
export async function showScreen(desk: Parkdesk, screen: string): Promise<void> {
  const { page } = desk
  await desk.goto(screen.includes(':id') ? screen.replace(':id', await firstId(desk, screen)) : screen)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.ui-skeleton')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function firstId(desk: Parkdesk, screen: string): Promise<string> {
  const register = screen.split('/')[0] ?? ''
  const page = await desk.call<PackedPage<{ readonly id: string }>>(`${register}.page`, { limit: 1 })
  const id = unpackPage(page).rows[0]?.id
  if (id === undefined) throw new Error(`the register of ${register} is empty`)
  return id
}
