import { needed, numberIn, type Finding } from './finding'
import type { PartContent } from './part'

/** What there is to say about a legal matter. */
export function matterFindings({ head }: PartContent): Finding[] {
  return numberIn(head, 'amount') === null ? [] : needed(head, 'head', 'currency', 'amount')
}
