import { readdirSync } from 'node:fs'
import { expect, type Locator } from 'playwright/test'
import { periodName, reportPeriod } from '@shared/features/reports/period-words'
import type { Parkdesk } from '../support/parkdesk'
import type { FigureLine, TableLine } from '../support/report-lines'
import { valueOf } from './controls'

const formats = ['pdf', 'xlsx', 'docx', 'csv', 'json'] as const

/** The screen of the periodic report. */
export class ReportPage {
  readonly #desk: Parkdesk

  constructor(desk: Parkdesk) {
    this.#desk = desk
  }

  get report(): Locator {
    return this.#desk.page.getByRole('article')
  }

  async goto(): Promise<void> {
    const { page, words } = this.#desk
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words.t('shell:reports') })
      .click()
    await expect(this.report).toBeVisible({ timeout: 60_000 })
  }

  /** Goes back, month by month, until the report of a month is shown. */
  async showMonth(id: string): Promise<void> {
    const { page, words } = this.#desk
    const wanted = periodName(reportPeriod('monthly', id), words.language)
    const chosen = page.locator('.report-period .ant-select')
    const back = page.getByRole('button', { name: words.t('reports:screen.periodBefore') })
    for (let steps = 0; steps < 240; steps += 1) {
      if ((await chosen.innerText()).includes(wanted)) break
      await back.click()
    }
    await expect(this.report.getByRole('banner').or(this.report.locator('header'))).toContainText(wanted)
    await expect(this.report).toHaveAttribute('aria-busy', 'false')
  }

  /** The text of a key figure in its own section. */
  figure({ section, label }: FigureLine): Locator {
    return valueOf(this.#section(section), label)
  }

  /** The text of a number in a table. */
  cell({ title, row, column }: TableLine): Locator {
    const { page } = this.#desk
    return this.report
      .getByRole('figure', { name: title, exact: true })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
      .getByRole('cell')
      .nth(column - 1)
  }

  #section(name: string): Locator {
    const { page, words } = this.#desk
    const heading = page.getByRole('heading', {
      level: 3,
      name: words.t(`reports:section.${name}`),
      exact: true,
    })
    return this.report.locator('section').filter({ has: heading })
  }

  /** Saves the report in its language in every format; answers the names of the files. */
  async saveInto(folder: string): Promise<readonly string[]> {
    const { page, words } = this.#desk
    await this.#desk.answerOpen(folder)
    await page.getByRole('button', { name: words.t('reports:screen.saveAs') }).click()
    const dialog = page.getByRole('dialog')
    for (const format of formats) await dialog.getByLabel(words.t(`reports:screen.format.${format}`)).check()
    await dialog.getByRole('button', { name: words.t('reports:screen.chooseFolder') }).click()
    const done = dialog.getByText(words.t('reports:screen.written', { count: formats.length }))
    await expect(done).toBeVisible({ timeout: 90_000 })
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return readdirSync(folder).sort()
  }
}
