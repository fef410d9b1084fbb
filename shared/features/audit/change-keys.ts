import type { CodeListName } from '../../kernel/field'

/** What the changes of entries that are about no record name; each has its word. */
export const changeKeys = [
  'anchor',
  'anchors',
  'bytes',
  'comment',
  'country',
  'created',
  'currency',
  'direction',
  'disabled',
  'dueSoon',
  'displayName',
  'encrypted',
  'entries',
  'file',
  'firstResponse',
  'fri',
  'filter',
  'folder',
  'format',
  'formats',
  'givenUp',
  'head',
  'hidden',
  'how',
  'issuedOn',
  'item',
  'itemStatus',
  'kept',
  'link',
  'languages',
  'lockAfterMinutes',
  'mon',
  'name',
  'nameEn',
  'nameRu',
  'nameZh',
  'need',
  'note',
  'password',
  'other',
  'override',
  'problems',
  'reason',
  'record',
  'records',
  'recoveryKey',
  'register',
  'rejected',
  'resolution',
  'restoredTo',
  'restricted',
  'retired',
  'result',
  'right',
  'rights',
  'role',
  'rows',
  'sat',
  'sha256',
  'stage',
  'shared',
  'sharedUntil',
  'template',
  'text',
  'timeZone',
  'transportMode',
  'type',
  'sort',
  'source',
  'sun',
  'thu',
  'tue',
  'unchanged',
  'updated',
  'validFrom',
  'validTo',
  'via',
  'wed',
  'workingHours',
] as const
export type ChangeKey = (typeof changeKeys)[number]

const known: ReadonlySet<string> = new Set(changeKeys)

/** Whether there is a word for what a change names. */
export function isChangeKey(key: string): key is ChangeKey {
  return known.has(key)
}

/** Code lists of the values that stand in changes under these names, where no field says it. */
const codeLists: Readonly<Record<string, CodeListName>> = {
  stage: 'requestStage',
  itemStatus: 'paperStatus',
  need: 'paperNeed',
  link: 'requestLink',
}

/** The list whose codes a change's values are; undefined where they are no codes. */
export function codeListOfChange(key: string): CodeListName | undefined {
  return Object.hasOwn(codeLists, key) ? codeLists[key] : undefined
}

/** The place of a paper in a template, which is logged as `item 3`; undefined for any other name. */
export function placeOfItem(key: string): string | undefined {
  return /^item (\d+)$/u.exec(key)?.[1]
}
