import { expect, type Locator } from 'playwright/test'
import type { Parkdesk } from '../support/parkdesk'

/** More presses than any screen has stops. */
const farthest = 300

const hasFocus = (locator: Locator) =>
  locator.evaluateAll((elements) => elements.some((element) => element === document.activeElement))

/** Presses Tab (or Shift+Tab) until an element has the focus. */
export async function tabTo(
  { page }: Parkdesk,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await expect(target.first()).toBeVisible()
  for (let presses = 0; presses < farthest; presses += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never reaches ${String(target)}`)
}

/** In the list under the focused field: moves to the entry that holds a text and takes it. */
export async function takeByArrows({ page }: Parkdesk, text: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:visible')
  await expect(list.locator('.ant-select-item-option', { hasText: text }).first()).toBeVisible()
  const active = list.locator('.ant-select-item-option-active', { hasText: text })
  for (let presses = 0; presses < farthest; presses += 1) {
    if ((await active.count()) > 0) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

/** What has the focus: its words, and whether somebody can see that it has. */
export type Stop = { readonly mark: string; readonly words: string; readonly visible: boolean }

/** Goes once round the window by Tab and answers every stop. */
export async function tabStops({ page }: Parkdesk): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-stop]')) element.removeAttribute('data-stop')
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let presses = 1; presses < farthest; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focusedStop, String(presses))
    // Behind the last control nothing has the focus, and the next press begins at the top.
    if (stop === null) continue
    if (stops.some(({ mark }) => mark === stop.mark)) break
    stops.push(stop)
  }
  return stops
}

/** Runs in the page; a control keeps the mark of the first press that reached it. */
function focusedStop(mark: string): Stop | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const isRinged = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  const around = [element, element.parentElement, element.parentElement?.parentElement]
  const ringed = around.some((each) => each instanceof HTMLElement && isRinged(getComputedStyle(each)))
  const named = element.getAttribute('aria-label') ?? element.innerText
  if (!element.hasAttribute('data-stop')) element.setAttribute('data-stop', mark)
  return {
    mark: element.getAttribute('data-stop') ?? mark,
    words: named.trim().split('\n')[0] ?? '',
    visible: ringed && element.getClientRects().length > 0,
  }
}

/** Controls somebody sees and can use that no press of Tab reached; of a group of radio buttons one is a stop. */
export async function unreached({ page }: Parkdesk, stops: readonly Stop[]): Promise<readonly string[]> {
  return await page.evaluate(
    (reached) => {
      const parts = ['a[href]', 'button', 'input', 'select', 'textarea', '[tabindex]', 'summary']
      const inside = ['main', 'nav', 'header'].flatMap((place) => parts.map((part) => `${place} ${part}`))
      const controls = [...document.querySelectorAll<HTMLElement>(inside.join(', '))]
      const isUsable = (element: HTMLElement) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest('[inert], [aria-hidden="true"], .ag-root-wrapper') === null
      return controls
        .filter((element) => isUsable(element) && !element.matches('input[type="radio"]'))
        .filter((element) => !reached.includes(element.getAttribute('data-stop') ?? ''))
        .map((element) => element.outerHTML.slice(0, 160))
    },
    stops.map(({ mark }) => mark),
  )
}
