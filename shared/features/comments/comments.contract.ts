import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import type { Page } from '../../contract/page'
import { sanitiseParagraphs } from '../../kernel/text'
import type { Comment, Mention } from './comment'
import { commentMaximum } from './comment'
import type { Person } from './mentions'

const textSchema = z.string().transform(sanitiseParagraphs).pipe(z.string().min(1).max(commentMaximum))
const versioned = { id: z.uuid(), version: z.number().int().min(1) }
const ofRequest = { requestId: z.uuid() }

/** What people write to each other about a request. Everybody changes and removes what they wrote themselves. */
export const commentsContract = {
  add: command({
    right: 'requests.write',
    input: z.strictObject({ ...ofRequest, text: textSchema }),
    output: answers<Comment>(),
  }),
  /** Errors: `not_allowed` for what somebody else wrote, `changed_meanwhile`. */
  edit: command({
    right: 'requests.write',
    input: z.strictObject({ ...versioned, text: textSchema }),
    output: answers<Comment>(),
  }),
  remove: command({
    right: 'requests.write',
    input: z.strictObject(versioned),
    output: answers<Comment>(),
  }),
  restore: command({
    right: 'requests.write',
    input: z.strictObject(versioned),
    output: answers<Comment>(),
  }),
  /** Everybody who can be mentioned, accounts first. */
  people: query({
    right: 'requests.read',
    input: z.strictObject({}),
    output: answers<readonly Person[]>(),
  }),
  /** Comments that mention whoever asks, the newest first. */
  mentions: query({
    right: 'requests.read',
    input: z.strictObject({
      cursor: z.string().max(20).nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: answers<Page<Mention>>(),
  }),
  /** What whoever asks has begun to write about a request; empty when nothing. */
  draft: query({
    right: 'requests.read',
    input: z.strictObject(ofRequest),
    output: answers<{ readonly text: string }>(),
  }),
  /** Keeps it; an empty text throws it away. */
  keepDraft: command({
    right: 'requests.write',
    input: z.strictObject({ ...ofRequest, text: z.string().max(commentMaximum) }),
    output: answers<null>(),
  }),
}
