import type { AuditEntry } from '@shared/features/audit/audit.contract'
import { codeListOfChange, isChangeKey, placeOfItem } from '@shared/features/audit/change-keys'
import { codeLabel } from '@shared/kernel/code-lists'
import { changePlace } from '@shared/features/details/changes'
import { changeLabel } from '@shared/features/details/words'
import { clockTitle } from '@shared/features/clocks/log-titles'
import type { FieldValue } from '@shared/kernel/field'
import { fieldLabel } from '@shared/kernel/field-labels'
import type { Language } from '@shared/kernel/language'
import { fieldOf, registerNames, type RegisterName } from '@shared/kernel/registers'
import { utcToZoned } from '@shared/kernel/zone'
import type { ReadableDb } from '../../data/sql'
import type { Translator } from '../../platform/i18n'
import type { ColumnOut } from '../../platform/xlsx-write'
import { textCell, type CellStyle } from '../exports'
import { tenantReferences } from '../imports'

/** What the cells of a saved log are written with. */
export type EntryWords = { readonly t: Translator; readonly style: CellStyle }

/** The words and the zone of a saved log. */
export function wordsFor(db: ReadableDb, t: Translator, language: Language, timeZone: string): EntryWords {
  return { t, style: { language, timeZone, tenant: tenantReferences(db) } }
}

const columns = [
  ['sequence', 'integer', 12],
  ['at', 'datetime', 20],
  ['actor', 'text', 20],
  ['workstation', 'text', 20],
  ['action', 'text', 18],
  ['subject', 'text', 18],
  ['record', 'text', 28],
  ['changes', 'text', 80],
  ['clock', 'text', 18],
] as const

/** Columns of a saved log. */
export function entryColumns({ t }: EntryWords): readonly ColumnOut[] {
  return columns.map(([key, type, width]) => ({ header: t(`audit:column.${key}`), type, width }))
}

/** Spreadsheets take so many characters in a cell; the changes of a long entry end there. */
const cellCharacters = 32_000

/** An entry as the cells of a saved log. */
export function entryCells(entry: AuditEntry, words: EntryWords): readonly (string | number)[] {
  const { t, style } = words
  const { date, time } = utcToZoned(Math.floor(entry.at / 1000) * 1000, style.timeZone)
  return [
    entry.sequence,
    `${date}T${time}`,
    entry.actor,
    entry.workstation,
    t(`audit:action.${entry.action}`),
    t(`audit:subject.${entry.subject}`),
    titleText(entry, words),
    changesText(entry, words).slice(0, cellCharacters),
    entry.clockBack ? t('audit:clockBack') : '',
  ]
}

function titleText({ subject, title, recordId }: AuditEntry, { t, style }: EntryWords): string {
  if (subject === 'clocks') return clockTitle(recordId, style.language) ?? t('audit:workingWeek')
  return title ?? recordId
}

function changesText({ subject, changes }: AuditEntry, words: EntryWords): string {
  const register = registerNames.find((name) => name === subject)
  return Object.entries(changes)
    .map(([field, [before, after]]) => {
      const label = register ? recordLabel(register, field, words) : otherLabel(field, words)
      const [old, now] = [before, after].map((value) => valueText(register, field, value, words))
      return before === null ? `${label}: ${now}` : `${label}: ${old} → ${now}`
    })
    .join('; ')
}

/** A dated return of head-counts is noted as `employees@2026-03-31`. */
function recordLabel(register: RegisterName, field: string, words: EntryWords): string {
  const place = changePlace(field)
  if (place !== undefined) return changeLabel(place, words.style.language)
  const [name = field, day] = field.split('@')
  if (fieldOf(register, name) === undefined) return otherLabel(field, words)
  const label = fieldLabel(register, name, words.style.language)
  return day === undefined ? label : `${label} (${day})`
}

function otherLabel(field: string, { t }: EntryWords): string {
  const place = placeOfItem(field)
  if (place !== undefined) return `${t('audit:change.item')} ${place}`
  return isChangeKey(field) ? t(`audit:change.${field}`) : field
}

function valueText(
  register: RegisterName | undefined,
  field: string,
  value: FieldValue,
  { t, style }: EntryWords,
): string {
  if (value === null) return t('audit:nothing')
  const spec = changePlace(field)?.spec ?? (register && fieldOf(register, field.split('@')[0] ?? field))
  const list = codeListOfChange(field)
  if (!spec && list !== undefined) return codeLabel(list, String(value), style.language)
  return String(spec ? textCell(spec, value, style) : value)
}
