import { expect, type Locator } from 'playwright/test'
import type { Parkdesk } from '../support/parkdesk'

/** What stands before the work: the sign-in, and the menu below the name of whoever is at work. */
export class SignIn {
  readonly #desk: Parkdesk

  constructor(desk: Parkdesk) {
    this.#desk = desk
  }

  get name(): Locator {
    return this.#desk.page.getByLabel(this.#desk.words.t('accounts:name'), { exact: true })
  }

  get password(): Locator {
    return this.#desk.page.getByLabel(this.#desk.words.t('accounts:password'), { exact: true })
  }

  /** The button that signs in or unlocks. */
  get submit(): Locator {
    return this.#desk.page.locator('.sign-in-form button[type="submit"]')
  }

  async expectShown(): Promise<void> {
    const { page, words } = this.#desk
    await expect(page.getByRole('heading', { name: words.t('accounts:signIn.title') })).toBeVisible()
  }

  async expectLocked(): Promise<void> {
    const { page, words } = this.#desk
    await expect(page.getByRole('heading', { name: words.t('accounts:signIn.locked') })).toBeVisible()
  }

  /** Types name and password, sends them and waits for the program. */
  async as(name: string, password: string): Promise<void> {
    await this.name.fill(name)
    await this.password.fill(password)
    await this.submit.click()
    await expect(this.#desk.page.getByRole('banner')).toBeVisible()
  }

  /** Chooses from the menu below the own name. */
  async choose(key: 'lock' | 'changeUser' | 'changePassword' | 'signOut'): Promise<void> {
    const { page, words } = this.#desk
    await page.getByRole('button', { name: words.t('accounts:menu.title') }).click()
    await page.getByRole('button', { name: words.t(`accounts:menu.${key}`) }).click()
  }
}
