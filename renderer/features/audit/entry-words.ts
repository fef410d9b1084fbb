import type { TFunction } from 'i18next'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import { isChangeKey, placeOfItem } from '@shared/features/audit/change-keys'
import { clockTitle } from '@shared/features/clocks/log-titles'
import { changePlace } from '@shared/features/details/changes'
import { changeLabel } from '@shared/features/details/words'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldOf, registerNames, type RegisterName } from '@shared/kernel/registers'
import { utcToZoned } from '@shared/kernel/zone'
import type { Format } from '../../i18n/format'

type Words = TFunction<'audit'>

/** The register an entry is about; undefined where it is about something the program did. */
export function registerOf({ subject }: AuditEntry): RegisterName | undefined {
  return registerNames.find((name) => name === subject)
}

/** Who did it. A park without accounts has one operator, who has no name. */
export function actorWords(actor: string, t: Words): string {
  if (actor === '') return t('nobody')
  return actor === 'operator' ? t('operator') : actor
}

const opaqueId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u

/** When it was written, to the second, in the park's zone. */
export function timeWords(at: number, format: Format): string {
  const second = Math.floor(at / 1000) * 1000
  return `${format.date(format.dayOf(at))} ${utcToZoned(second, format.timeZone).time}`
}

/** Number or name of what an entry is about; the names the program gives itself say nothing to anybody. */
export function recordWords(
  { subject, title, recordId, changes }: AuditEntry,
  t: Words,
  format: Format,
): string {
  if (subject === 'clocks') {
    if (/^\d{4}-\d{2}-\d{2}$/u.test(recordId)) return format.date(recordId)
    return clockTitle(recordId, format.language) ?? t('workingWeek')
  }
  if (title !== null) return title
  const many = changes['records']?.[1]
  if (typeof many === 'string') return t('manyRecords', { count: many.split(' ').length })
  const named = changes['file']?.[1] ?? changes['name']?.[1]
  return opaqueId.test(recordId) ? String(named ?? '') : recordId
}

/** What a change is called. A dated return of head-counts is noted as `employees@2026-03-31`. */
export function changeWords(entry: AuditEntry, key: string, t: Words, format: Format): string {
  const register = registerOf(entry)
  const [name = key, date] = key.split('@')
  if (register !== undefined && fieldOf(register, name) !== undefined) {
    const label = fieldLabel(register, name, format.language)
    return date === undefined ? label : t('dated', { field: label, date: format.date(date) })
  }
  const item = placeOfItem(key)
  if (item !== undefined) return `${t('change.item')} ${item}`
  const place = changePlace(key)
  if (place !== undefined) return changeLabel(place, format.language)
  return isChangeKey(key) ? t(`change.${key}`) : key
}

/** The names of everything an entry changed, for the list. */
export function changedWords(entry: AuditEntry, t: Words, format: Format): string {
  return Object.keys(entry.changes)
    .map((key) => changeWords(entry, key, t, format))
    .join(', ')
}
