import {
  codeTableLengths,
  maximumMinorUnits,
  maximumScaled,
  type FieldSpec,
  type FieldValue,
} from '../../kernel/field'
import { excelSerialToDateTime, parseDateTime } from '../../kernel/parse-date'
import { fromSpreadsheetNumber, parseDecimal, toScaledInteger } from '../../kernel/parse-number'
import { normaliseText, sanitiseLine, sanitiseParagraphs } from '../../kernel/text'
import { zonedToUtc } from '../../kernel/zone'
import { cellText, type Cell } from './cell'
import { codeNamed } from './code-words'
import { unitNamed, type HeadingUnit } from './heading-unit'
import type { RejectReason } from './import'

/** How the values of a file are written. */
export type FileHabits = {
  /** Whether `1,234` is a fraction in this file. */
  readonly decimalComma: boolean
  /** The park's time zone; local times are read in it. */
  readonly timeZone: string
  /** Whether bare numbers in date columns are spreadsheet dates (workbooks) or nonsense (everything else). */
  readonly serialDates: boolean
}

/** A value in its stored form, or why there is none. */
export type CellReading = { readonly value: FieldValue } | { readonly reason: RejectReason }

export type CellReader = (cell: Exclude<Cell, null>) => CellReading

const invalidDate: CellReading = { reason: 'invalid_date' }
const invalidNumber: CellReading = { reason: 'invalid_number' }
const outOfRange: CellReading = { reason: 'out_of_range' }
const unknownValue: CellReading = { reason: 'unknown_value' }

/** Reads the cells of one column. A tenant is read as the text that names it. */
export function cellReader(spec: FieldSpec, unit: HeadingUnit | undefined, habits: FileHabits): CellReader {
  switch (spec.kind) {
    case 'text':
      return (cell) => readText(cell, spec.maxLength, spec.long === true)
    case 'code':
      return (cell) => readText(cell, codeTableLengths[spec.list], false)
    case 'tenant':
      return (cell) => ({ value: sanitiseLine(plainText(cell)) })
    case 'choice':
      return (cell) => {
        const code = codeNamed(spec.list, plainText(cell))
        return code === undefined ? unknownValue : { value: code }
      }
    case 'date':
      return (cell) => readDate(cell, habits)
    case 'instant':
      return (cell) => readInstant(cell, habits)
    case 'integer':
      return (cell) => within(wholeNumber(cell, habits), spec.min, spec.max)
    case 'decimal': {
      const kind = spec.unit === 'kg' ? 'mass' : 'area'
      const exponent = spec.scale + (unit?.exponent ?? 0)
      return (cell) => {
        const { number, unit: own } = typeof cell === 'string' ? splitUnit(cell, kind) : { number: cell }
        return within(
          scaled(number, own === undefined ? exponent : spec.scale + own.exponent, habits),
          0,
          maximumScaled,
        )
      }
    }
    case 'money': {
      const exponent = 2 + (unit?.exponent ?? 0)
      return (cell) => within(scaled(cell, exponent, habits), 0, maximumMinorUnits)
    }
  }
}

/** Whether a cell counts as empty. */
export function isEmpty(cell: Cell | undefined): cell is null | undefined {
  return cell === null || cell === undefined || (typeof cell === 'string' && normaliseText(cell) === '')
}

/** A cell as the text a reader sees in it; dates as `2026-10-05 14:30:00`. */
export function plainText(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'number') return fromSpreadsheetNumber(cell)
  if (typeof cell !== 'object') return cellText(cell)
  const moment = excelSerialToDateTime(cell.serial, cell.date1904)
  if (moment === undefined) return String(cell.serial)
  return moment.time === '00:00:00' ? moment.date : `${moment.date} ${moment.time}`
}

function readText(cell: Exclude<Cell, null>, maxLength: number, long: boolean): CellReading {
  const text = plainText(cell)
  const value = long ? sanitiseParagraphs(text) : sanitiseLine(text)
  // Nothing is ever cut off: a text that does not fit is for its author to shorten.
  return value.length > maxLength ? outOfRange : { value }
}

type LocalMoment = { readonly date: string; readonly time?: string; readonly offsetMinutes?: number }

function localMoment(cell: Exclude<Cell, null>, habits: FileHabits): LocalMoment | undefined {
  if (typeof cell === 'object') return excelSerialToDateTime(cell.serial, cell.date1904)
  if (typeof cell === 'number') return habits.serialDates ? excelSerialToDateTime(cell, false) : undefined
  if (typeof cell === 'boolean') return undefined
  const reading = parseDateTime(cell)
  return reading.ok ? reading : undefined
}

function readDate(cell: Exclude<Cell, null>, habits: FileHabits): CellReading {
  const moment = localMoment(cell, habits)
  return moment === undefined ? invalidDate : { value: moment.date }
}

function readInstant(cell: Exclude<Cell, null>, habits: FileHabits): CellReading {
  const moment = localMoment(cell, habits)
  if (moment === undefined) return invalidDate
  if (moment.offsetMinutes === undefined)
    return { value: zonedToUtc(moment.date, moment.time, habits.timeZone) }
  return { value: zonedToUtc(moment.date, moment.time, 'UTC') - moment.offsetMinutes * 60_000 }
}

function wholeNumber(cell: Exclude<Cell, null>, habits: FileHabits): number | undefined {
  if (typeof cell === 'number') return toScaledInteger(fromSpreadsheetNumber(cell), 0)
  const reading = typeof cell === 'string' ? parseDecimal(cell, habits) : undefined
  return reading?.ok ? toScaledInteger(reading.value, 0) : undefined
}

/**
 * The number of a cell times 10^exponent, to the nearest unit. Spreadsheets keep more digits than they show, and write
 * them out when saved as text (`8671.459999999999`); there is nothing below the unit to lose.
 */
function scaled(cell: Exclude<Cell, null>, exponent: number, habits: FileHabits): number | undefined {
  const decimal = decimalOf(cell, habits)
  if (decimal === undefined) return undefined
  const exact = toScaledInteger(decimal, exponent)
  if (exact !== undefined) return exact
  const rounded = Math.round(Number(decimal) * 10 ** exponent)
  return Number.isSafeInteger(rounded) ? rounded : undefined
}

/** The number of a cell as decimal text, or undefined where it is none. */
function decimalOf(cell: Exclude<Cell, null>, habits: FileHabits): string | undefined {
  if (typeof cell === 'number') return fromSpreadsheetNumber(cell)
  const reading = typeof cell === 'string' ? parseDecimal(cell, habits) : undefined
  return reading?.ok ? reading.value : undefined
}

/** `12 499 кг` → the number and the unit behind it, which then counts instead of the heading's. */
function splitUnit(
  text: string,
  kind: HeadingUnit['kind'],
): { readonly number: string; readonly unit?: HeadingUnit } {
  const match = /^(.*\d)\s*([^\d\s)].*)$/u.exec(normaliseText(text))
  const unit = match?.[2] === undefined ? undefined : unitNamed(match[2])
  return unit?.kind === kind ? { number: match?.[1] ?? text, unit } : { number: text }
}

function within(value: number | undefined, min: number, max: number): CellReading {
  if (value === undefined) return invalidNumber
  return value < min || value > max ? outOfRange : { value }
}
