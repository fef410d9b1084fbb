import type { ParsedOf } from '@shared/contract/define'
import { AppError } from '@shared/contract/result'
import { isWellFormed, normaliseCode, type CodeLabels } from '@shared/features/codes/code'
import { codebookRule } from '@shared/features/codes/codebooks'
import type { codesContract } from '@shared/features/codes/codes.contract'
import type { FieldChanges } from '@shared/features/history/history.contract'
import { languages } from '@shared/kernel/language'
import { sanitiseLine } from '@shared/kernel/text'
import { appendToLog } from '../../data/change-log'
import type { CommandContext } from '../../data/handlers'
import { writeContext } from '../../data/records'
import { inTransaction } from '../../data/sql'
import type { Codebook } from './codebook'
import { putCode, type CodeToStore } from './codes.repo'
import type { Entry } from './merge'

type Input<O extends 'save' | 'retire' | 'restore'> = ParsedOf<(typeof codesContract)[O]>
type Action = 'created' | 'updated'

const noLabels: CodeLabels = { zh: null, ru: null, en: null }

/** Labels without line breaks and signs that only do harm; an empty one is none. */
function cleaned(labels: CodeLabels): CodeLabels {
  const clean = (label: string | null) => (label === null ? null : sanitiseLine(label) || null)
  return { zh: clean(labels.zh), ru: clean(labels.ru), en: clean(labels.en) }
}

/** What differs from what is shipped; what is the same stays the program's and follows its next version. */
function overShipped(labels: CodeLabels, shipped: CodeLabels): CodeLabels {
  const over = (language: keyof CodeLabels) =>
    labels[language] === shipped[language] ? null : labels[language]
  return { zh: over('zh'), ru: over('ru'), en: over('en') }
}

function mustBeRight({ list, code, from, to }: Input<'save'>, labels: CodeLabels): void {
  if (!isWellFormed(list, code)) {
    const params = { code, example: codebookRule(list).example }
    throw new AppError('invalid_input', {}, [{ path: 'code', code: 'code_malformed', params }])
  }
  if (languages.every((language) => labels[language] === null))
    throw new AppError('invalid_input', {}, [{ path: 'labels', code: 'required' }])
  if (from !== null && to !== null && to < from)
    throw new AppError('invalid_input', {}, [{ path: 'to', code: 'inconsistent_dates' }])
}

function mustBeVersion(entry: Entry, version: number | null): void {
  if (entry.version !== version) throw new AppError('changed_meanwhile')
}

function mustFind(book: Codebook, code: string): Entry {
  const entry = book.entry(code)
  if (!entry) throw new AppError('not_found')
  return entry
}

/** Old and new value of everything that is not as it was. */
function changesBetween(before: Entry | undefined, after: CodeToStore, labels: CodeLabels): FieldChanges {
  const was = before?.labels ?? noLabels
  const pairs = {
    nameZh: [was.zh, labels.zh],
    nameRu: [was.ru, labels.ru],
    nameEn: [was.en, labels.en],
    validFrom: [before?.from ?? null, after.from],
    validTo: [before?.to ?? null, after.to],
    hidden: [before?.hidden === true ? 1 : 0, after.hidden ? 1 : 0],
  } as const
  return Object.fromEntries(Object.entries(pairs).filter(([, [old, next]]) => old !== next))
}

function store(context: CommandContext, stored: CodeToStore, action: Action, changes: FieldChanges): void {
  const write = writeContext(context)
  putCode(context.db, stored, write)
  const recordId = `${stored.list}/${stored.code}`
  appendToLog(context.db, { action, register: 'codes', recordId, changes }, write)
}

/** Adds or changes a code; `book` must be the list as it is inside this call. Errors: as the contract says. */
export function saveCode(input: Input<'save'>, book: Codebook, context: CommandContext): void {
  const code = normaliseCode(input.list, input.code)
  const labels = cleaned(input.labels)
  mustBeRight({ ...input, code }, labels)
  const before = book.entry(code)
  if (input.isNew && before) {
    throw new AppError('invalid_input', {}, [{ path: 'code', code: 'code_exists', params: { code } }])
  }
  if (!input.isNew) mustBeVersion(mustFind(book, code), input.version)
  const shipped = before?.shipped ?? null
  const { list, from, to } = input
  const dated = shipped === null || shipped.from !== from || shipped.to !== to
  const over = overShipped(labels, shipped?.labels ?? noLabels)
  const stored = { list, code, labels: over, dated, from, to, hidden: before?.hidden ?? false }
  // A label of the program cannot be emptied, only replaced.
  const shown = { ...(shipped?.labels ?? noLabels), ...present(labels) }
  const changes = changesBetween(before, stored, shown)
  if (before && Object.keys(changes).length === 0) return
  inTransaction(context.db, () => store(context, stored, before ? 'updated' : 'created', changes))
}

function present(labels: CodeLabels): Partial<CodeLabels> {
  return Object.fromEntries(Object.entries(labels).filter(([, label]) => label !== null))
}

/** Hides a code or offers it again. Errors: `not_found`, `changed_meanwhile`. */
export function hideCode(
  { list, code, version }: Input<'retire'>,
  hidden: boolean,
  book: Codebook,
  context: CommandContext,
): void {
  const before = mustFind(book, normaliseCode(list, code))
  mustBeVersion(before, version)
  if (before.hidden === hidden) return
  const { shipped, labels, from, to } = before
  const dated = shipped === null || shipped.from !== from || shipped.to !== to
  const over = overShipped(labels, shipped?.labels ?? noLabels)
  const stored = { list, code: before.code, labels: over, dated, from, to, hidden }
  const changes: FieldChanges = { hidden: [hidden ? 0 : 1, hidden ? 1 : 0] }
  inTransaction(context.db, () => store(context, stored, 'updated', changes))
}
