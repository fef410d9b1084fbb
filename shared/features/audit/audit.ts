/** What an entry of the change log is about: a record of a register, or something the program did. */
export const auditSubjects = [
  'tenants',
  'requests',
  'incidents',
  'accounts',
  'roles',
  'settings',
  'storage',
  'backups',
  'imports',
  'exports',
  'reports',
  'attachments',
  'comments',
  'links',
  'checklists',
  'views',
  'clocks',
  'codes',
  'audit',
] as const
export type AuditSubject = (typeof auditSubjects)[number]

/** Everything an entry may tell of. */
export const auditActions = [
  'created',
  'updated',
  'deleted',
  'restored',
  'erased',
  'read',
  'exported',
  'refused',
  'signedIn',
  'signInFailed',
  'signedOut',
  'locked',
  'switchedOn',
  'switchedOff',
  'recovered',
  'checked',
  'made',
  'undone',
] as const
export type AuditAction = (typeof auditActions)[number]

/** A point of the log that somebody else knows, too: its number and hash, as kept in backups, on reports and in a file. */
export type Anchor = { readonly sequence: number; readonly hash: string }

/** Where an anchor was found: in the file beside the database, in a backup, or typed from a paper. */
export type AnchorSource = 'file' | 'backup' | 'given'

/** An anchor that was kept outside of the log; `at` (ms) is when, where that is known. */
export type KnownAnchor = Anchor & { readonly source: AnchorSource; readonly at?: number }

/** What walking the whole log found. */
export type ChainCheck = {
  readonly entries: number
  /** The first entry that does not follow from the one before it; null where all do. */
  readonly firstBroken: number | null
  /** Entries written while the clock of the workstation was set back. */
  readonly clockBack: number
  /** Anchors that the log does not hold. */
  readonly missingAnchors: readonly (Anchor & { readonly source: AnchorSource })[]
  readonly anchorsChecked: number
  readonly head: Anchor
}
