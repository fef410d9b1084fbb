import type { Right } from '@shared/contract/rights'
import type { AuditAction, AuditSubject } from '@shared/features/audit/audit'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import { isHiddenChange } from '@shared/features/details/changes'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { hiddenFields, registerNames, type RegisterName } from '@shared/kernel/registers'
import { isClockBack } from '../../data/check-chain'
import { all, sql, type ReadableDb } from '../../data/sql'
import { restrictedAmong } from '../../data/records'
import { holdsTerms, type SearchTerms } from './search-terms'

/** An entry as it is stored. */
export type StoredRow = {
  readonly seq: number
  readonly at: number
  readonly clock: number
  readonly actor: string
  readonly workstation: string
  readonly action: AuditAction
  readonly register: AuditSubject
  readonly recordId: string
  readonly changes: string
}

type Rights = ReadonlySet<Right>

/** What is logged under the id of a request and tells of it. */
const partsOfRequests: ReadonlySet<AuditSubject> = new Set<AuditSubject>(['comments', 'links', 'checklists'])

const isRegister = (subject: AuditSubject): subject is RegisterName =>
  (registerNames as readonly string[]).includes(subject)

/** The restricted records among those some entries are about. */
export function restrictedOf(db: ReadableDb, rows: readonly Pick<StoredRow, 'register' | 'recordId'>[]) {
  const ids = rows.filter(({ register }) => register === 'incidents').map(({ recordId }) => recordId)
  return new Set(restrictedAmong(db, [...new Set(ids)]))
}

/** Numbers and names of the records some entries are about, by id. */
function titlesOf(db: ReadableDb, rows: readonly StoredRow[]): ReadonlyMap<string, string> {
  const ids = JSON.stringify([...new Set(rows.map(({ recordId }) => recordId))])
  const found = all<{ id: string; title: string }>(
    db,
    sql`WITH wanted (id) AS (SELECT value FROM json_each(${ids}))
      SELECT id, name AS title FROM wanted JOIN tenants USING (id)
      UNION ALL SELECT id, reference FROM wanted JOIN requests USING (id)
      UNION ALL SELECT id, reference FROM wanted JOIN incidents USING (id)
      UNION ALL SELECT id, name FROM wanted JOIN roles USING (id)`,
  )
  return new Map(found.map(({ id, title }) => [id, title]))
}

/**
 * Entries with what somebody may see of them: that something was done, by whom and when, is for everybody who may read
 * the log; the changes of a record only for those who may read the record, and of its fields.
 */
export function asVisible(
  db: ReadableDb,
  rows: readonly StoredRow[],
  rights: Rights,
  terms: SearchTerms | undefined,
): AuditEntry[] {
  if (rows.length === 0) return []
  const titles = titlesOf(db, rows)
  const restricted = restrictedOf(db, rows)
  return rows.flatMap((row) => {
    const { seq, clock: _clock, register, changes: text, ...shared } = row
    const isOpen = mayRead(row, rights, restricted)
    const changes = isOpen ? visibleChanges(register, text, rights) : {}
    if (terms !== undefined && !holdsTerms(isOpen ? row.recordId : '', changes, terms)) return []
    const title = isOpen ? (titles.get(row.recordId) ?? null) : null
    return [{ ...shared, sequence: seq, subject: register, title, changes, clockBack: isClockBack(row) }]
  })
}

function mayRead(
  { register, action, recordId }: StoredRow,
  rights: Rights,
  restricted: ReadonlySet<string>,
): boolean {
  const all = rights.has('incidents.restricted')
  if (partsOfRequests.has(register)) return rights.has('requests.read')
  // An attachment may hang on a restricted incident; what it hangs on is only told in the changes.
  if (!isRegister(register)) return all || register !== 'attachments'
  if (!rights.has(`${register}.read`)) return false
  return all || register !== 'incidents' || (action !== 'read' && !restricted.has(recordId))
}

/** Erased changes are none. */
function visibleChanges(register: AuditSubject, text: string, rights: Rights): FieldChanges {
  const changes = (JSON.parse(text) as FieldChanges | null) ?? {}
  if (!isRegister(register)) return changes
  const hidden = hiddenFields(register, rights)
  return Object.fromEntries(
    Object.entries(changes).filter(([field]) => !hidden.includes(field) && !isHiddenChange(field, rights)),
  )
}
