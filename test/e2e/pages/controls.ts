import { expect, type Locator, type Page } from 'playwright/test'

/** Chooses in a list field by typing; the first entry that fits is taken. */
export async function pick(page: Page, field: Locator, typed: string): Promise<void> {
  await field.fill(typed)
  await takeOffered(page, typed)
}

/** Takes the entry of the open list that holds a text. */
export async function takeOffered(page: Page, text: string): Promise<void> {
  const entry = page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text })
    .first()
  await expect(entry).toBeVisible()
  await entry.click()
}

/** The value beside a term of a list of terms. */
export function valueOf(list: Locator, term: string): Locator {
  const heading = list.getByRole('term').and(list.page().getByText(term, { exact: true }))
  return heading.locator('xpath=following-sibling::dd[1]')
}

/** A whole number as a screen shows it, without what groups its digits. */
export function integer(text: string): number {
  const digits = text.replace(/[\s,\u00a0\u202f]/gu, '')
  if (!/^\d+$/u.test(digits)) throw new Error(`“${text}” is not a whole number`)
  return Number(digits)
}
