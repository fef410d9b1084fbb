import { z } from 'zod'
import { answers, query } from '../../contract/define'
import type { RegisterName } from '../../kernel/registers'

export type SearchHit = {
  readonly feature: RegisterName
  readonly id: string
  readonly number: string
  readonly title: string
}
export type SearchAnswer = { readonly results: readonly SearchHit[]; readonly total: number }

export const searchContract = {
  find: query({
    right: 'public',
    input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(200).default(50) }),
    output: answers<SearchAnswer>(),
  }),
}
