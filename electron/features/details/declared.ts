import { AppError } from '@shared/contract/result'
import { parts } from '@shared/features/details/parts'
import type { ReadableDb } from '../../data/sql'
import { readPart } from './details.repo'

/** Stages of a customs request at which its declaration has been lodged. */
const declaredStages: ReadonlySet<string> = new Set([
  'declared',
  'under_control',
  'duties_assessed',
  'duties_paid',
  'released',
  'delivered',
])

/**
 * Refuses a stage that needs a declaration's number and day, where a declaration is kept at all. Errors:
 * `declaration_incomplete`.
 */
export function mustBeDeclared(db: ReadableDb, requestId: string, stage: string): void {
  if (!declaredStages.has(stage)) return
  const head = readPart(db, parts.declaration, requestId)?.head
  if (head !== undefined && (head['declarationNo'] === null || head['declaredAt'] === null)) {
    throw new AppError('declaration_incomplete')
  }
}
