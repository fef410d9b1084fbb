import { AppError } from '@shared/contract/result'
import type { Right } from '@shared/contract/rights'
import { restrictedConfidentiality } from '@shared/features/incidents/incident'
import { hiddenFields, type AnyValues, type RegisterName } from '@shared/kernel/registers'
import { all, list, sql, type ReadableDb, type SqlQuery } from '../sql'
import { readRecord, type StoredRecord } from './record-store'

/** What somebody may do, as far as it decides what they see. */
export type Rights = ReadonlySet<Right>

const restricted: ReadonlySet<unknown> = new Set(restrictedConfidentiality)

/** Whether a record is one of those that not everybody of its register may see. */
export function isRestricted(register: RegisterName, values: AnyValues): boolean {
  return register === 'incidents' && restricted.has(values['confidentiality'])
}

/** Whether somebody may see a record of a register they may read. */
export function isVisible(register: RegisterName, values: AnyValues, rights: Rights): boolean {
  return rights.has('incidents.restricted') || !isRestricted(register, values)
}

/** The rows of a register (`r`) that somebody may see; undefined where these are all of them. */
export function visibleRows(register: RegisterName, rights: Rights): SqlQuery | undefined {
  if (register !== 'incidents' || rights.has('incidents.restricted')) return undefined
  return sql`ifnull(r.confidentiality, '') NOT IN ${list(restrictedConfidentiality)}`
}

/** A row without the fields somebody may not see. */
export function shown<Row extends object>(register: RegisterName, row: Row, rights: Rights): Row {
  const hidden = hiddenFields(register, rights)
  if (hidden.length === 0) return row
  const kept = Object.entries(row).filter(([field]) => !hidden.includes(field))
  return Object.fromEntries(kept) as Row
}

/**
 * The record of an id for somebody who may read its register. One they may not see is answered as one that is not
 * there. Errors: `not_found`.
 */
export function mustSeeRecord(
  db: ReadableDb,
  register: RegisterName,
  id: string,
  rights: Rights,
): StoredRecord {
  const record = readRecord(db, register, id)
  if (!record || !isVisible(register, record, rights)) throw new AppError('not_found', { register })
  return record
}

/** Which of some incidents are restricted. */
export function restrictedAmong(db: ReadableDb, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return []
  return all<{ id: string }>(
    db,
    sql`SELECT id FROM incidents WHERE id IN ${list(ids)} AND confidentiality IN ${list(restrictedConfidentiality)}`,
  ).map(({ id }) => id)
}

/** Refuses values for fields somebody may not see, and marks that would hide the record from them. Errors: `invalid_input`. */
export function refuseHidden(register: RegisterName, values: AnyValues, rights: Rights): void {
  const hidden = hiddenFields(register, rights).filter((field) => values[field] !== undefined)
  const refused = isVisible(register, values, rights) ? hidden : [...hidden, 'confidentiality']
  if (refused.length === 0) return
  throw new AppError(
    'invalid_input',
    {},
    refused.map((path) => ({ path, code: 'not_allowed', params: { name: path } })),
  )
}
