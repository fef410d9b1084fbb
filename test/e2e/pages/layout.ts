import type { Parkdesk } from '../support/parkdesk'

/** The texts somebody sees, each as it stands in its element; placeholders and tooltips count. */
export async function visibleTexts({ page }: Parkdesk): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const texts = new Set<string>()
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      // What is marked as being in another language is meant to be: an English text of a nomenclature.
      const isForeign = element.closest('[lang]') !== document.documentElement
      const own = isForeign
        ? []
        : [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent ?? '')
      const more = ['placeholder', 'title', 'aria-label'].map((name) => element.getAttribute(name) ?? '')
      for (const text of [own.join(''), ...more]) if (text.trim() !== '') texts.add(text.trim())
    }
    return [...texts]
  })
}

/** What screen readers are told beyond the texts: the names of controls and pictures, shown or not. */
export async function spokenNames({ page }: Parkdesk): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const elements = [...document.body.querySelectorAll('[aria-label], [title], [alt]')]
    const names = elements.flatMap((each) =>
      ['aria-label', 'title', 'alt'].map((name) => each.getAttribute(name) ?? ''),
    )
    return [...new Set(names.filter((name) => name.trim() !== ''))]
  })
}

/** Text that is cut without a sign of it, and controls that stand across the window's edge. */
export async function overflows({ page }: Parkdesk): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = []
    const describe = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 60)}”`
    const isHidden = (element: HTMLElement) =>
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      element.closest('.visually-hidden, .shell-skip, [aria-hidden="true"]') !== null ||
      element.getClientRects().length === 0
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (isHidden(element)) continue
      const style = getComputedStyle(element)
      const hasText = [...element.childNodes].some(
        (node) => node instanceof Text && (node.textContent ?? '').trim() !== '',
      )
      const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip'
      const says = style.textOverflow === 'ellipsis' || element.closest('[title]') !== null
      if (
        hasText &&
        cuts &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1 &&
        !says
      ) {
        found.push(`cut: ${describe(element)}`)
      }
      const isControl = element.matches('button, a[href], input, select, textarea, [role="combobox"]')
      const { left, right } = element.getBoundingClientRect()
      if (isControl && (left < -1 || right > window.innerWidth + 1))
        found.push(`across the edge: ${describe(element)}`)
    }
    if (document.documentElement.scrollWidth > window.innerWidth + 1)
      found.push('the window scrolls sideways')
    return found
  })
}
