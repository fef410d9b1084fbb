import { expect, type Locator } from 'playwright/test'
import type { RegisterName } from '@shared/kernel/registers'
import type { Parkdesk } from '../support/parkdesk'
import { integer } from './controls'

/** The screen of a register. */
export class RegisterPage {
  readonly #desk: Parkdesk
  readonly register: RegisterName

  constructor(desk: Parkdesk, register: RegisterName) {
    this.#desk = desk
    this.register = register
  }

  get grid(): Locator {
    return this.#desk.page.getByRole('grid')
  }

  /** The record beside the list. */
  get panel(): Locator {
    return this.#desk.page.getByRole('complementary')
  }

  async goto(): Promise<void> {
    const { page, words } = this.#desk
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words.t(`shell:${this.register}`) })
      .click()
    await this.expectShown()
  }

  async expectShown(): Promise<void> {
    const { page, words } = this.#desk
    await expect(
      page.getByRole('heading', { level: 1, name: words.t(`${this.register}:title`) }),
    ).toBeVisible()
  }

  /** The numbers beside the title: rows in sight and rows in all. */
  async range(): Promise<{ readonly last: number; readonly total: number }> {
    const { page, words } = this.#desk
    const text = await page.locator('.ui-page-aside').innerText({ timeout: 5000 })
    const numbers = (key: string, values: Readonly<Record<string, string>>) =>
      new RegExp(`^${words.t(`registers:${key}`, values).replaceAll('#', '([\\d\\s,]+)')}$`, 'u').exec(text)
    const span = numbers('range', { first: '#', last: '#', total: '#' })
    const [, , last = '0', total = numbers('count', { total: '#' })?.[1]] = span ?? []
    // Until the rows have been counted nothing stands there.
    return { last: integer(last), total: total === undefined ? -1 : integer(total) }
  }

  /** Waits until the list says that it holds so many rows. */
  async expectTotal(total: number): Promise<void> {
    await expect.poll(async () => (await this.range()).total).toBe(total)
  }

  /** A named view above the list; its button says how many rows it holds, too. */
  view(name: string): Locator {
    const { page, words } = this.#desk
    return page
      .getByRole('group', { name: words.t('registers:views') })
      .getByRole('button', { name: new RegExp(`^${name}[\\d\\s,]*$`, 'u') })
  }

  /** The row that holds a text. */
  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text })
  }

  async search(text: string): Promise<void> {
    const { page, words } = this.#desk
    await page.getByRole('textbox', { name: words.t(`${this.register}:search`) }).fill(text)
  }
}
