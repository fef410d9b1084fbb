/** What the address of the change log keeps, so that going back shows the same entries. */
export type AuditSearch = {
  readonly actor?: string
  readonly action?: readonly string[]
  readonly subject?: readonly string[]
  /** Days of the park, `YYYY-MM-DD`. */
  readonly from?: string
  readonly to?: string
  readonly text?: string
}

const texts = ['actor', 'from', 'to', 'text'] as const
const lists = ['action', 'subject'] as const

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** Takes what an address may hold; the filter itself is checked where it is used. */
export function auditSearch(raw: Record<string, unknown>): AuditSearch {
  const kept = [
    ...texts.filter((key) => typeof raw[key] === 'string'),
    ...lists.filter((key) => isTexts(raw[key])),
  ]
  return Object.fromEntries(kept.map((key) => [key, raw[key]]))
}
