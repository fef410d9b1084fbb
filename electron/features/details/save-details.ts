import { AppError } from '@shared/contract/result'
import { refusedProblems } from '@shared/features/details/findings'
import {
  emptyContent,
  linesOf,
  type Line,
  type LinesSpec,
  type PartContent,
} from '@shared/features/details/part'
import { hiddenOf, parts, partNameOf, type PartName } from '@shared/features/details/parts'
import { registerPatch } from '@shared/features/details/summary'
import type { FieldSpecs } from '@shared/kernel/field'
import type { AnyValues } from '@shared/kernel/registers'
import { mustSeeRecord, updateRecord, type Rights } from '../../data/records'
import type { WriteContext } from '../../data/change-log'
import type { WritableDb } from '../../data/sql'
import { readPart } from './details.repo'
import { putContent } from './put-content'

/** A line as a form gives it. */
export type GivenLine = { readonly line: number | null; readonly values: AnyValues }

/** A part as a form gives it: absent fields keep their values, absent lines go. */
export type GivenContent = {
  readonly head: AnyValues
  readonly lines: Readonly<Record<string, readonly GivenLine[] | undefined>>
}

export type Saving = {
  readonly id: string
  readonly part: PartName
  /** The version of the request that the content was made from; null: whatever it is. */
  readonly version: number | null
  readonly given: GivenContent
}

/**
 * Stores a part with all its lines, the register's fields that follow from it and the texts the request is found by, as
 * one change of the request. Nothing is written where nothing differs. Runs inside a transaction. Errors: `not_found`,
 * `changed_meanwhile`, `invalid_input` with the fields that are wrong.
 */
export function saveDetails(db: WritableDb, saving: Saving, rights: Rights, write: WriteContext): void {
  const { id, part, version, given } = saving
  const record = mustSeeRecord(db, 'requests', id, rights)
  if (record.deletedAt !== null) throw new AppError('not_found', { register: 'requests' })
  if (version !== null && record.version !== version) {
    const { updatedBy: by, updatedAt: at } = record
    throw new AppError('changed_meanwhile', { register: 'requests', by, at })
  }
  if (partNameOf(record['type']) !== part) throw new AppError('invalid_input', { field: 'type' })
  refuseHidden(part, given, rights)
  const old = readPart(db, parts[part], id) ?? emptyContent(parts[part])
  const now = merged(part, old, given)
  refuse(part, now)
  const changes = putContent(db, part, id, old, now)
  updateRecord(db, 'requests', id, registerPatch(part, record, old, now), version, write, changes)
}

function refuse(part: PartName, content: PartContent): void {
  const problems = refusedProblems(part, content)
  if (problems.length > 0) throw new AppError('invalid_input', {}, problems)
}

/** Refuses values for fields somebody may not see. Errors: `invalid_input`. */
function refuseHidden(part: PartName, given: GivenContent, rights: Rights): void {
  const { head, lists } = parts[part]
  const isGiven = (values: AnyValues) => (field: string) => values[field] !== undefined
  const refused = [
    ...hiddenOf(head, rights)
      .filter(isGiven(given.head))
      .map((field) => `head.${field}`),
    ...lists.flatMap(({ name, fields }) =>
      (given.lines[name] ?? []).flatMap(({ values }, index) =>
        hiddenOf(fields, rights)
          .filter(isGiven(values))
          .map((field) => `lines.${name}.${index}.${field}`),
      ),
    ),
  ]
  if (refused.length === 0) return
  throw new AppError(
    'invalid_input',
    {},
    refused.map((path) => ({ path, code: 'not_allowed', params: { name: path } })),
  )
}

/** The content after a form: what it does not name stays. */
function merged(part: PartName, old: PartContent, given: GivenContent): PartContent {
  const { head, lists } = parts[part]
  const lines = lists.map((list) => [
    list.name,
    mergedLines(list, linesOf(old, list.name), given.lines[list.name] ?? []),
  ])
  return {
    head: withGiven(head, old.head, given.head),
    lines: Object.fromEntries(lines) as PartContent['lines'],
  }
}

function mergedLines({ name, fields }: LinesSpec, old: readonly Line[], given: readonly GivenLine[]): Line[] {
  const stored = new Map(old.map(({ line, values }) => [line, values]))
  const taken = new Set([...stored.keys(), ...given.flatMap(({ line }) => line ?? [])])
  let last = Math.max(0, ...taken)
  const seen = new Set<number>()
  return given.map(({ line, values }, index) => {
    const number = line ?? (last += 1)
    if (seen.has(number)) {
      throw new AppError('invalid_input', {}, [{ path: `lines.${name}.${index}.line`, code: 'duplicate' }])
    }
    seen.add(number)
    const now = withGiven(fields, stored.get(number) ?? {}, values)
    mustHaveRequired(fields, now, `lines.${name}.${index}`)
    return { line: number, values: now }
  })
}

function withGiven(specs: FieldSpecs, old: AnyValues, given: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.keys(specs).map((field) => [
      field,
      (given[field] === undefined ? old[field] : given[field]) ?? null,
    ]),
  )
}

function mustHaveRequired(specs: FieldSpecs, values: AnyValues, place: string): void {
  const missing = Object.entries(specs).filter(
    ([field, spec]) => spec.required === true && (values[field] ?? null) === null,
  )
  if (missing.length === 0) return
  throw new AppError(
    'invalid_input',
    {},
    missing.map(([field]) => ({ path: `${place}.${field}`, code: 'required' })),
  )
}
