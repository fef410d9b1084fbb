import type { Locator } from 'playwright/test'
import type { Parkdesk } from '../support/parkdesk'

/** The files of a record on its page. */
export class AttachmentsCard {
  readonly #desk: Parkdesk

  constructor(desk: Parkdesk) {
    this.#desk = desk
  }

  get card(): Locator {
    const { page, words } = this.#desk
    return page.getByRole('region', { name: words.t('attachments:title') })
  }

  /** The files that are not in the bin. */
  get items(): Locator {
    return this.card.locator('ul').first().getByRole('listitem')
  }

  item(name: string): Locator {
    return this.items.filter({ hasText: name })
  }

  button(what: 'open' | 'save' | 'remove', name: string): Locator {
    return this.card.getByRole('button', {
      name: this.#desk.words.t(`attachments:${what}`, { name }),
      exact: true,
    })
  }

  /** Presses the button of a notice that says something. */
  async notice(text: string, action: string): Promise<void> {
    const { page } = this.#desk
    await page.locator('.ui-notice', { hasText: text }).getByRole('button', { name: action }).click()
  }

  /** Closes every notice: one of a failure stays, and may lie over a button. */
  async closeNotices(): Promise<void> {
    const { page, words } = this.#desk
    const close = page.locator('.ui-notice').getByRole('button', { name: words.t('common:close') })
    while ((await close.count()) > 0) await close.first().click()
  }

  /** Chooses files in the dialog that the card's button opens. */
  async choose(filePaths: readonly string[]): Promise<void> {
    await this.#desk.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
    }, filePaths)
    await this.card.getByRole('button', { name: this.#desk.words.t('attachments:add') }).click()
  }

  /** Drops files on the card, as the system does. */
  async drop(files: readonly string[]): Promise<void> {
    const { page } = this.#desk
    const box = await this.card.boundingBox()
    if (box === null) throw new Error('the card is not in sight')
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [...files], dragOperationsMask: 1 }
    const at = { x: box.x + 20, y: box.y + 20, data }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at })
    await session.detach()
  }

  /** Pastes a picture that lies in no file. */
  async paste(type: string, base64: string): Promise<void> {
    await this.#desk.page.evaluate(
      ([type, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)
        const data = new DataTransfer()
        data.items.add(new File([bytes], 'image.png', { type }))
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
      },
      [type, base64] as const,
    )
  }
}
