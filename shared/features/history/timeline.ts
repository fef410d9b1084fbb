import type { Comment } from '../comments/comment'
import type { ChangeAction, FieldChanges } from './history.contract'

/** What can happen around a request: a step of the work, a change of its fields, and what belongs to it. */
export const timelineKinds = ['step', 'change', 'comment', 'file', 'link', 'checklist'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export type TimelineEntry = {
  readonly sequence: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly actor: string
  readonly workstation: string
  readonly action: ChangeAction
  readonly kind: TimelineKind
  /** Name of the imported file, where the change came with an import. */
  readonly batchFile: string | null
  readonly changes: FieldChanges
  /** The comment it is about as it is now; null for other entries, and where it is gone. */
  readonly comment: Comment | null
}
