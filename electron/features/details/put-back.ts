import { AppError } from '@shared/contract/result'
import { changePlace, contentBefore, contentChanges, isHiddenChange } from '@shared/features/details/changes'
import { emptyContent, type PartName } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { Rights } from '../../data/records'
import type { WritableDb } from '../../data/sql'
import { readPart } from './details.repo'
import { putContent } from './put-content'

/** The part that some changes of a request are about; undefined where they are about its own fields alone. */
function partIn(changes: FieldChanges): PartName | undefined {
  for (const key of Object.keys(changes)) {
    const place = changePlace(key)
    if (place !== undefined) return place.part.name
  }
  return undefined
}

/**
 * Puts back what some changes of a request's details led away from; answers what the log has to say of it, undefined where
 * the details have been changed since. Runs inside a transaction. Errors: `not_allowed` for whoever may not see some of it.
 *
 * @param changes `[value to come back, value that must be there now]` of each field
 */
export function putDetailsBack(
  db: WritableDb,
  requestId: string,
  changes: FieldChanges,
  rights: Rights,
): FieldChanges | undefined {
  const part = partIn(changes)
  if (part === undefined) return {}
  const hidden = Object.keys(changes).find((key) => isHiddenChange(key, rights))
  if (hidden !== undefined) throw new AppError('not_allowed', { name: hidden })
  const spec = parts[part]
  const now = readPart(db, spec, requestId) ?? emptyContent(spec)
  const expected = contentBefore(spec, now, turned(changes))
  if (Object.keys(contentChanges(spec, now, expected)).length > 0) return undefined
  return putContent(db, part, requestId, now, contentBefore(spec, now, changes))
}

/** The same changes the other way round. */
export function turned(changes: FieldChanges): FieldChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([field, [before, after]]) => [field, [after, before] as const]),
  )
}
