/** Longest comment, in characters. */
export const commentMaximum = 4000

export type Comment = {
  readonly id: string
  readonly requestId: string
  readonly version: number
  readonly text: string
  readonly author: string
  /** Milliseconds since 1970, as the others here. */
  readonly createdAt: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
}

/** A comment that mentions somebody, with the request it is about. */
export type Mention = Comment & {
  readonly reference: string
  readonly subject: string | null
}
