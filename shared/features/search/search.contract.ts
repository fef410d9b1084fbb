import { z } from 'zod'
import { answers, query } from '../../contract/define'
import type { RegisterName } from '../../kernel/registers'

export type SearchHit = {
  readonly feature: RegisterName
  readonly id: string
  readonly number: string
  readonly title: string
}
export type SearchAnswer = {
  readonly results: readonly SearchHit[]
  readonly total: number
  /** There are more than `total`: nobody reads so many, and counting them all would take longer than finding them. */
  readonly more: boolean
}

/** So many matches of a register are counted for the find box; a word that common is not what finds something. */
export const countedMatches = 10_000

export const searchContract = {
  find: query({
    right: 'signedIn',
    input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(200).default(50) }),
    output: answers<SearchAnswer>(),
  }),
}
