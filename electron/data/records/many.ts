import { maximumMany, previewedRows, type ManyPreview, type PreviewRow } from '@shared/contract/many'
import type { Filter } from '@shared/contract/page'
import { AppError } from '@shared/contract/result'
import { nameField, type AnyValues } from '@shared/kernel/registers'
import type { CommandContext, QueryContext } from '../handlers'
import { all, name, sql } from '../sql'
import { inStep } from '../undo-steps'
import { filterQuery, type RegisterList } from './pages'
import { changeRecord, refuseMissingTenant, type RecordRules, type Versioned } from './record-service'
import { differences, readRecord, type StoredRecord } from './record-store'
import { isVisible, refuseHidden } from './visibility'

type Target = { readonly ids: readonly string[] } | { readonly filter: Filter }
type Values = Readonly<Record<string, unknown>>

/** A number belongs to one record alone. */
const ownFields: readonly string[] = ['reference']

function refuseOwnFields(values: AnyValues): void {
  const problems = ownFields
    .filter((field) => values[field] !== undefined)
    .map((path) => ({ path, code: 'not_allowed' as const, params: { name: path } }))
  if (problems.length > 0) throw new AppError('invalid_input', {}, problems)
}

/** The ids that are meant. Errors: `many_too_many` for a filter that leaves more than one command changes. */
function idsOf({ db }: QueryContext, list: RegisterList, target: Target): readonly string[] {
  if ('ids' in target) return [...new Set(target.ids)]
  const found = all<{ id: string }>(
    db,
    sql`SELECT r.id FROM ${name(list.register)} r WHERE ${filterQuery(list, target.filter)} LIMIT ${maximumMany + 1}`,
  )
  if (found.length > maximumMany) throw new AppError('many_too_many', { limit: maximumMany })
  return found.map(({ id }) => id)
}

function previewRow(rules: RecordRules, record: StoredRecord, values: AnyValues): PreviewRow {
  const [problem] = rules.problems({ ...record, ...values })
  const isSame = Object.keys(differences(record, values)).length === 0
  return {
    id: record.id,
    label: String(record[nameField(rules.register)] ?? ''),
    before: Object.fromEntries(Object.keys(values).map((field) => [field, record[field] ?? null])),
    kept: isSame ? 'same' : problem ? { field: problem.path, code: problem.code } : null,
  }
}

/** What giving many records the same values would do; nothing is written. */
function preview(
  context: QueryContext,
  rules: RecordRules,
  list: RegisterList,
  { target, values }: { readonly target: Target; readonly values: AnyValues },
): ManyPreview {
  const { db, session } = context
  refuseOwnFields(values)
  refuseHidden(rules.register, values, session.rights)
  refuseMissingTenant(db, values)
  const records = idsOf(context, list, target)
    .map((id) => readRecord(db, rules.register, id))
    .filter((record): record is StoredRecord => record !== undefined && record.deletedAt === null)
    .filter((record) => isVisible(rules.register, record, session.rights))
  const rows = records.map((record) => previewRow(rules, record, values))
  const refused = rows.filter(({ kept }) => kept !== null && kept !== 'same')
  const changed = records.filter((_, index) => rows[index]?.kept === null)
  return {
    total: rows.length,
    changes: changed.length,
    same: rows.length - changed.length - refused.length,
    refused: refused.length,
    records: changed.map(({ id, version }) => ({ id, version })),
    rows: [...refused, ...rows.filter((row) => !refused.includes(row))].slice(0, previewedRows),
  }
}

function updateAll(
  context: CommandContext,
  rules: RecordRules,
  records: readonly Versioned[],
  values: AnyValues,
): number {
  refuseOwnFields(values)
  inStep(context, () => {
    for (const record of records) changeRecord(context, rules, record, values)
  })
  context.changed(rules.register)
  return records.length
}

/** Changing many records of a register at once: what it would do, and doing it as one step. */
export function manyCommands(rules: RecordRules, listOf: (context: QueryContext) => RegisterList) {
  return {
    previewMany: (
      { target, values }: { readonly target: Target; readonly values: Values },
      context: QueryContext,
    ) => preview(context, rules, listOf(context), { target, values: values as AnyValues }),
    updateMany: (
      { records, values }: { readonly records: readonly Versioned[]; readonly values: Values },
      context: CommandContext,
    ) => updateAll(context, rules, records, values as AnyValues),
  }
}
