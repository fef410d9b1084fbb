import names from '@resources/holidays/names.json'
import type { Language } from '../../kernel/language'
import type { CalendarDay } from './calendar'

const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = names

/** What a day of the calendar is called: in the park's own words, else as the shipped table does; undefined for neither. */
export function dayName(
  { note, holiday }: Pick<CalendarDay, 'note' | 'holiday'>,
  language: Language,
): string | undefined {
  return note ?? (holiday === null ? undefined : known[holiday]?.[language])
}
