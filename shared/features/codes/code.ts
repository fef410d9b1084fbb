import { languages, type Language } from '../../kernel/language'
import { normaliseText } from '../../kernel/text'
import { codebookRule, hsDigits, type CodebookName } from './codebooks'

/** What a code is called; null where a language has no label of its own. */
export type CodeLabels = Readonly<Record<Language, string | null>>

/** One code as it holds now: as shipped, with what the park has changed of it. */
export type Code = {
  readonly code: string
  readonly labels: CodeLabels
  /** Days (`YYYY-MM-DD`) on which it becomes and ceases to be valid, both included; null: without a bound. */
  readonly from: string | null
  readonly to: string | null
  /** What a list tells beyond labels: countries, ways of transport and UN/LOCODEs of a border point. */
  readonly facts: Readonly<Record<string, string>>
}

/** A code that stands above another: chapter and heading of an HS subheading. */
export type CodeStep = Pick<Code, 'code' | 'labels'>

const noLabel = { text: '', language: 'en', isFallback: true } as const

/**
 * The label to show in a language; where it has none, English first, then any other. `isFallback` says that it is not in
 * the language asked for.
 */
export function labelIn(
  labels: CodeLabels,
  language: Language,
): { readonly text: string; readonly language: Language; readonly isFallback: boolean } {
  for (const each of [language, 'en', ...languages] as const) {
    const text = labels[each]
    if (text !== null) return { text, language: each, isFallback: each !== language }
  }
  return noLabel
}

/** A code as it is stored and compared: plain characters in upper case, goods codes without their dots and spaces. */
export function normaliseCode(list: CodebookName, raw: string): string {
  const code = normaliseText(raw).toUpperCase()
  return list === 'hs' ? code.replaceAll(/[\s.·-]/gu, '') : code
}

/** Whether a code stands in a list as its codes are written. */
export function isWellFormed(list: CodebookName, code: string): boolean {
  return codebookRule(list).form.test(code)
}

/** Sections of the HS (I … XXI) stand above its chapters and are never entered anywhere. */
export function isGroup(list: CodebookName, code: string): boolean {
  return list === 'hs' && /^[IVX]+$/u.test(code)
}

/** Where a code stands in time: valid, or not yet, or no longer. */
export type CodeTime = 'valid' | 'later' | 'over'

/** How a code stands on a day (`YYYY-MM-DD`). */
export function codeTime({ from, to }: Pick<Code, 'from' | 'to'>, at: string): CodeTime {
  if (from !== null && at < from) return 'later'
  return to !== null && at > to ? 'over' : 'valid'
}

/** The codes a goods code may lie below, the nearest first: of 1001190000 these are 100119, 1001 and 10. */
export function codesAbove(list: CodebookName, code: string): readonly string[] {
  if (list !== 'hs' || !/^\d+$/u.test(code)) return []
  return [8, hsDigits, 4, 2].filter((length) => length < code.length).map((length) => code.slice(0, length))
}
