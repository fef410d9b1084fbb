import type { ErrorCode } from '@shared/contract/error-codes'
import { AppError, type ErrorParams } from '@shared/contract/result'

/** Makes the errors of one file; every one names the file. */
export type Fail = (code: ErrorCode, params?: ErrorParams) => AppError

/** Stand-ins for what is not known, because a message must find every value it may name: 0 and '' mean unknown. */
const unknown: Readonly<Partial<Record<ErrorCode, ErrorParams>>> = {
  file_damaged: { part: '', row: 0, column: '' },
  encoding_not_readable: { encoding: '', row: 0 },
  no_rows: { sheet: '' },
}

/** The errors of a file by its name. */
export function failuresOf(file: string): Fail {
  return (code, params = {}) => new AppError(code, { file, ...unknown[code], ...params })
}

/** Letters of a column as spreadsheets show them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
