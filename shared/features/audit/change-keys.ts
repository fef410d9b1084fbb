/** What the changes of entries that are about no record name; each has its word. */
export const changeKeys = [
  'anchor',
  'anchors',
  'bytes',
  'country',
  'created',
  'currency',
  'disabled',
  'displayName',
  'encrypted',
  'entries',
  'file',
  'filter',
  'folder',
  'format',
  'formats',
  'givenUp',
  'head',
  'how',
  'kept',
  'languages',
  'lockAfterMinutes',
  'name',
  'nameEn',
  'nameRu',
  'nameZh',
  'password',
  'override',
  'problems',
  'reason',
  'record',
  'records',
  'recoveryKey',
  'register',
  'rejected',
  'restoredTo',
  'restricted',
  'result',
  'right',
  'rights',
  'role',
  'rows',
  'sha256',
  'stage',
  'sharedUntil',
  'timeZone',
  'unchanged',
  'updated',
  'via',
] as const
export type ChangeKey = (typeof changeKeys)[number]

const known: ReadonlySet<string> = new Set(changeKeys)

/** Whether there is a word for what a change names. */
export function isChangeKey(key: string): key is ChangeKey {
  return known.has(key)
}
