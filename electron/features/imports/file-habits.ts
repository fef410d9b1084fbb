import { headingLanguage } from '@shared/features/imports/find-header'
import type { FileHabits } from '@shared/features/imports/read-cell'
import type { ReadableDb } from '../../data/sql'
import { readPark } from '../settings'
import type { ImportFile } from './import-file'

/** How the values of a file are written, as far as its format and the language of its headings tell. */
export function habitsOf(db: ReadableDb, file: ImportFile, headings: readonly string[]): FileHabits {
  return {
    decimalComma: file.format !== 'json' && headingLanguage(headings) === 'ru',
    timeZone: readPark(db).timeZone,
    serialDates: file.format === 'xlsx',
  }
}
