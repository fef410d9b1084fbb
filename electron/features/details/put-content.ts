import { contentChanges } from '@shared/features/details/changes'
import type { PartContent, PartName } from '@shared/features/details/part'
import { parts } from '@shared/features/details/parts'
import { searchedTexts } from '@shared/features/details/summary'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { WritableDb } from '../../data/sql'
import { writePart, writeTexts } from './details.repo'

/**
 * Puts a content in the place of what is stored of a request's part, and what the request is found by with it; answers
 * what the log has to say of it. The search index follows with the change of the request. Runs inside a transaction.
 */
export function putContent(
  db: WritableDb,
  part: PartName,
  requestId: string,
  old: PartContent,
  now: PartContent,
): FieldChanges {
  const spec = parts[part]
  const changes = contentChanges(spec, old, now)
  if (Object.keys(changes).length > 0) {
    writePart(db, spec, requestId, now)
    writeTexts(db, requestId, searchedTexts(now))
  }
  return changes
}
