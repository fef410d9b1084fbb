import { AppError } from '@shared/contract/result'
import type { Page } from '@shared/contract/page'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import type { Handlers, QueryContext } from '../../data/handlers'
import { actorsOf, readEntries } from './entries.repo'
import { noteRestrictedReads } from './restricted-reads'
import { restrictedOf } from './visible-entry'

/** The number a cursor stands for. Errors: `invalid_input`. */
function beforeOf(cursor: string | null): number | null {
  if (cursor === null) return null
  if (!/^\d{1,15}$/.test(cursor)) throw new AppError('invalid_input', { field: 'cursor' })
  return Number(cursor)
}

/** Whoever reads what changed in a restricted record has read the record. */
function noteReads(context: QueryContext, { rows }: Page<AuditEntry>): void {
  const told = rows.filter(
    ({ subject, changes }) => subject === 'incidents' && Object.keys(changes).length > 0,
  )
  const records = told.map(({ subject, recordId }) => ({ register: subject, recordId }))
  noteRestrictedReads(context, [...restrictedOf(context.db, records)])
}

export const auditHandlers: Handlers<'audit'> = {
  entries: ({ filter, cursor, limit }, context) => {
    const { rights } = context.session
    const page = readEntries(context.db, { filter, before: beforeOf(cursor), limit, rights })
    noteReads(context, page)
    return page
  },
  actors: (_input, { db }) => actorsOf(db),
  check: async ({ jobId, anchor }, context) => {
    const checked = await context.runTask('audit.check', jobId, { anchor })
    const { entries, firstBroken, missingAnchors, anchorsChecked, file } = checked
    const problems = (firstBroken === null ? 0 : 1) + missingAnchors.length + file.spoiled
    context.enter({
      action: 'checked',
      register: 'audit',
      recordId: '',
      changes: { entries: [null, entries], anchors: [null, anchorsChecked], problems: [null, problems] },
    })
    return checked
  },
  save: async ({ jobId, file, filter, format, language }, context) => {
    const rights = [...context.session.rights]
    const path = context.targetOf(file)
    const saved = await context.runTask('audit.save', jobId, { filter, format, language, path, rights })
    context.enter({
      action: 'exported',
      register: 'audit',
      recordId: '',
      changes: {
        rows: [null, saved.rows],
        format: [null, format],
        file: [null, saved.fileName],
        filter: [null, Object.keys(filter).length === 0 ? null : JSON.stringify(filter)],
      },
    })
    return saved
  },
}
