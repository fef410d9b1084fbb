import { basename } from 'node:path'
import { expect, type Locator } from 'playwright/test'
import { rejectReasons } from '@shared/features/imports/import'
import type { RegisterName } from '@shared/kernel/registers'
import type { Parkdesk } from '../support/parkdesk'
import { integer, valueOf } from './controls'

/** What the import screen says of a file, figure by figure. */
export type ImportFigures = Readonly<Record<(typeof figureNames)[number], number>>

const figureNames = ['rows', 'created', 'updated', 'unchanged', 'rejected', 'warnings'] as const
/** The screen that takes workbooks in. */
export class ImportPage {
  readonly #desk: Parkdesk

  constructor(desk: Parkdesk) {
    this.#desk = desk
  }

  async goto(): Promise<void> {
    const { page, words } = this.#desk
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words.t('shell:import') })
      .click()
  }

  /** Chooses a file in the dialog. */
  async choose(file: string): Promise<void> {
    const { page, words } = this.#desk
    await this.#desk.answerOpen(file)
    await page.getByRole('button', { name: words.t('imports:screen.choose') }).click()
  }

  /** Begins again with another file. */
  async another(): Promise<void> {
    const { page, words } = this.#desk
    await page.getByRole('button', { name: words.t('imports:screen.another') }).click()
  }

  /** Opens a file and sees that it was understood as a register. */
  async open(file: string, register: RegisterName): Promise<void> {
    const { page, words } = this.#desk
    await this.choose(file)
    await expect(page.getByRole('heading', { name: words.t('imports:screen.columns') })).toBeVisible()
    await expect(page.getByText(basename(file)).first()).toBeVisible()
    const reading = page.getByRole('region', { name: words.t('imports:screen.file'), exact: true })
    await expect(reading).toContainText(words.t(`imports:screen.register.${register}`))
  }

  /** Checks the open file; answers what its import would do. */
  async check(): Promise<ImportFigures> {
    const { page, words } = this.#desk
    const button = page.getByRole('button', { name: words.t('imports:screen.check') })
    await button.focus()
    await page.keyboard.press('Enter')
    return await this.#figures(words.t('imports:screen.checked'))
  }

  takeInButton(count: number): Locator {
    const { page, words } = this.#desk
    return page.getByRole('button', { name: words.t('imports:screen.takeIn', { count }) })
  }

  /** Takes in what was checked; answers what the import did. */
  async takeIn(count: number): Promise<ImportFigures> {
    await this.takeInButton(count).click()
    return await this.#figures(this.#desk.words.t('imports:screen.done'))
  }

  /** How many rows were refused for which reason, counted in the table. */
  async rejections(): Promise<Readonly<Record<string, number>>> {
    const { page, words } = this.#desk
    await page
      .getByRole('group', { name: words.t('imports:screen.kindOfProblem') })
      .getByRole('button', { name: words.t('imports:screen.count.rejected'), exact: true })
      .click()
    const table = page
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: words.t('imports:screen.why') }) })
    const warning = words.t('imports:screen.severity.warning')
    await expect(table.getByText(warning, { exact: true })).toHaveCount(0)
    await expect(table.getByRole('row').nth(1)).toBeVisible()
    const cells = await table.getByRole('row').locator('td:last-child').allInnerTexts()
    const counted = rejectReasons.map((reason) => {
      const says = words.t(`imports:screen.reason.${reason}`)
      return [reason, cells.filter((cell) => cell.includes(says)).length] as const
    })
    return Object.fromEntries(counted.filter(([, count]) => count > 0))
  }

  /** Takes the import just made back. */
  async takeBack(): Promise<void> {
    const { page, words } = this.#desk
    const outcome = page.getByRole('region', { name: words.t('imports:screen.done'), exact: true })
    await outcome.getByRole('button', { name: words.t('imports:screen.takeBack') }).click()
    await expect(
      page.getByRole('table').getByText(words.t('imports:screen.isTakenBack')).first(),
    ).toBeVisible()
  }

  async #figures(title: string): Promise<ImportFigures> {
    const { page, words } = this.#desk
    const outcome = page.getByRole('region', { name: title, exact: true })
    await expect(outcome).toBeVisible({ timeout: 60_000 })
    const figures: Record<string, number> = {}
    for (const name of figureNames) {
      figures[name] = integer(await valueOf(outcome, words.t(`imports:screen.count.${name}`)).innerText())
    }
    return figures as ImportFigures
  }
}
