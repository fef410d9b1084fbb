import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { Page } from '../../contract/page'
import type { Code, CodeStep, CodeTime } from './code'
import { codebookNames, longestCode, longestLabel, type CodebookName } from './codebooks'

/** One of the codes that fit what was typed. */
export type CodeHit = Code & { readonly path: readonly CodeStep[] }

/** What is known of a code that stands somewhere: never forgotten, even when it is no longer offered. */
export type KnownCode = {
  readonly code: string
  /**
   * `listed`: the code itself is in the list; `below`: it is not, but `path` says what it lies below; `unknown`: neither.
   */
  readonly standing: 'listed' | 'below' | 'unknown'
  readonly entry: Code | null
  readonly path: readonly CodeStep[]
  readonly time: CodeTime
  readonly hidden: boolean
}

/** A code as the administrator sees it. `origin`: as shipped, shipped and changed by the park, or the park's own. */
export type CodeRow = Code & {
  readonly origin: 'shipped' | 'changed' | 'own'
  readonly hidden: boolean
  readonly time: CodeTime
  /** The park's own row over it; null while there is none. */
  readonly version: number | null
  /** What the program itself says; null for an entry of the park's own. */
  readonly shipped: Pick<Code, 'labels' | 'from' | 'to'> | null
}

/** How many codes a list has, and how many the park has added, changed and hidden. */
export type CodebookCount = {
  readonly list: CodebookName
  readonly codes: number
  readonly own: number
  readonly changed: number
  readonly hidden: number
}

const list = z.enum(codebookNames)
const code = z.string().trim().min(1).max(longestCode)
const day = z.iso.date()
const label = z.string().trim().min(1).max(longestLabel).nullable()

/** `all` but the hidden ones; `own`: added or changed by the park. */
export const codeViews = ['all', 'own', 'hidden'] as const
export type CodeView = (typeof codeViews)[number]

const versioned = z.strictObject({ list, code, version: z.number().int().nullable() })

/** Code lists: found while typing, shown where they were used, kept by the administrator. */
export const codesContract = {
  lists: query({
    right: 'signedIn',
    input: z.strictObject({}),
    output: answers<readonly CodebookCount[]>(),
  }),
  /** Codes offered on a day (default: today in the park) that fit a text, best first; without a text, the first ones. */
  find: query({
    right: 'signedIn',
    input: z.strictObject({
      list,
      text: z.string().max(100).default(''),
      at: day.optional(),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    output: answers<readonly CodeHit[]>(),
  }),
  /** What codes mean, in the order in which they were given; also of codes that are hidden or no longer valid. */
  labels: query({
    right: 'signedIn',
    input: z.strictObject({ list, codes: z.array(z.string().max(200)).max(200), at: day.optional() }),
    output: answers<readonly KnownCode[]>(),
  }),
  page: query({
    right: 'settings.write',
    input: z.strictObject({
      list,
      text: z.string().max(100).default(''),
      view: z.enum(codeViews).default('all'),
      cursor: z.string().max(longestCode).nullable().default(null),
      limit: z.number().int().min(1).max(200),
    }),
    output: answers<Page<CodeRow>>(),
  }),
  /**
   * Adds a code (`isNew`) or changes one; a label or day that equals what is shipped stays the program's. Errors:
   * `code_malformed`, `code_exists`, `required` (no label at all), `inconsistent_dates`, `changed_meanwhile`, `not_found`.
   */
  save: command({
    right: 'settings.write',
    input: versioned.extend({
      isNew: z.boolean(),
      labels: z.strictObject({ zh: label, ru: label, en: label }),
      from: day.nullable(),
      to: day.nullable(),
    }),
    output: answers<CodeRow>(),
  }),
  /** Offers a code no more; where it was used it stays readable. Errors: `changed_meanwhile`, `not_found`. */
  retire: command({ right: 'settings.write', input: versioned, output: answers<CodeRow>() }),
  /** Offers it again. Errors: `changed_meanwhile`, `not_found`. */
  restore: command({ right: 'settings.write', input: versioned, output: answers<CodeRow>() }),
}
