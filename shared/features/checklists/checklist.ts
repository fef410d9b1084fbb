import type { Language } from '../../kernel/language'

/** Whether closing waits for a paper: `conditional` ones wait until somebody says that they are needed. */
export const needs = ['required', 'conditional', 'optional'] as const
export type Need = (typeof needs)[number]

/** How far a paper is. `rejected` and `not_needed` say why. */
export const itemStatuses = [
  'missing',
  'requested',
  'received',
  'checked',
  'accepted',
  'rejected',
  'not_needed',
] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** Most papers of one template. */
export const itemsMaximum = 60

/** Whether a paper's status needs a reason. */
export function isExplained(status: ItemStatus): boolean {
  return status === 'rejected' || status === 'not_needed'
}

/** Whether nothing more is to be done about a paper. */
export function isSettled(status: ItemStatus): boolean {
  return status === 'accepted' || status === 'not_needed'
}

/** Whether closing the request waits for a paper. */
export function isOpenItem({ need, status }: Pick<ChecklistItem, 'need' | 'status'>): boolean {
  return need === 'required' && !isSettled(status)
}

/** A name in every language. */
export type Names = Readonly<Record<Language, string>>

export type ChecklistItem = {
  readonly id: string
  readonly version: number
  readonly need: Need
  readonly name: Names
  readonly status: ItemStatus
  readonly reason: string | null
  /** Dates as `YYYY-MM-DD`. */
  readonly issuedOn: string | null
  readonly validTo: string | null
  /** Ids of the attachments that are this paper. */
  readonly files: readonly string[]
}

/** The papers of a request, as its template had them when the list was made. */
export type Checklist = {
  readonly templateId: string
  readonly templateVersion: number
  readonly name: Names
  readonly items: readonly ChecklistItem[]
}

/** Papers in the order in which they ask for attention: what closing waits for, then what may be needed, then what is settled. */
export function byAttention(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  const rank = (item: ChecklistItem) => {
    if (isSettled(item.status)) return needs.length
    return needs.indexOf(item.need)
  }
  return items.toSorted((one, other) => rank(one) - rank(other))
}

const between = ' | '

/** A name as the change log keeps it: in every language, so that whoever reads it later finds their own. */
export function loggedName({ zh, ru, en }: Names): string {
  return [zh, ru, en].map((name) => name.replaceAll('|', '/')).join(between)
}

/** A name out of the change log in a language. */
export function nameFromLog(logged: string, language: Language): string {
  const [zh = logged, ru = zh, en = ru] = logged.split(between)
  return { zh, ru, en }[language]
}
