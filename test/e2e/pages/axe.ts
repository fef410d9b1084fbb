import { AxeBuilder } from '@axe-core/playwright'
import type { Parkdesk } from '../support/parkdesk'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What keeps somebody from using the screen, with the elements it concerns. */
export async function violations({ page }: Parkdesk): Promise<readonly string[]> {
  // The usual way opens a second page to gather results, which an Electron window cannot.
  const results = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 4).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
}
