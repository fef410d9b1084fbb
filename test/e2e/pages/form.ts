import { expect, type Locator } from 'playwright/test'
import type { RegisterName } from '@shared/kernel/registers'
import type { Parkdesk } from '../support/parkdesk'

/** The form of a record. */
export class RecordForm {
  readonly #desk: Parkdesk
  readonly #register: RegisterName

  constructor(desk: Parkdesk, register: RegisterName) {
    this.#desk = desk
    this.#register = register
  }

  /** Opens the form of a new record by its address. */
  async gotoNew(): Promise<void> {
    const { page, words } = this.#desk
    await this.#desk.goto(`${this.#register}/new`)
    await expect(page.getByRole('heading', { name: words.t(`${this.#register}:createTitle`) })).toBeVisible()
  }

  /** The input of a field. */
  input(field: string): Locator {
    const { page, words } = this.#desk
    const label = words.field(this.#register, field)
    const required = words.t('forms:required')
    const exact = page.getByLabel(label, { exact: true })
    const labelled = exact.or(page.getByLabel(`${label} ${required}`, { exact: true }))
    // A group of fields may have the name of a field in it.
    return labelled.and(page.locator('input, textarea'))
  }
}
