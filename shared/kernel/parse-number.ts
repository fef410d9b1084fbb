import { AppError } from '../contract/result'
import { normaliseText, westernDigits } from './text'

export type NumberReading = { readonly ok: true; readonly value: string } | { readonly ok: false }

const refused: NumberReading = { ok: false }

const apostrophes = /[\u2019\u02bc]/gu
/** Thousands in threes, `12,085`, with one kind of separator. */
const groupedInThrees = /^[1-9]\d{0,2}(?:([ ',.\u066c])\d{3})(?:\1\d{3})*$/u
/** `1,234`: a thousand or a decimal; nobody groups behind a lone zero. */
const ambiguous = /^(?!0[,.])\d{1,3}[,.]\d{3}$/u
/** Indian grouping, `12,34,567`. */
const groupedIndian = /^[1-9]\d?(?:,\d{2})+,\d{3}$/u

/**
 * Reads a number as people type it: `12,085.90`, `12 085,90`, `1.234.567,89`, `12,34,567.50`, `(1,234.50)`, full-width
 * and Persian digits. Currency signs, exponents and broken grouping are refused.
 *
 * @param options.decimalComma how the file's language reads `1,234` and `1.234`, which can be either: true makes the
 *   comma the decimal sign and the dot the grouping sign, false the other way round, undefined refuses them
 * @returns canonical decimal text (`-?digits[.digits]`, no needless zeros)
 */
export function parseDecimal(
  text: string,
  options: { readonly decimalComma: boolean | undefined },
): NumberReading {
  const { negative, body } = splitSign(westernDigits(normaliseText(text)).replace(apostrophes, "'"))
  if (!/^[\d ',.\u066b\u066c]*\d$/u.test(body)) return refused
  const at = decimalSignAt(body, options.decimalComma)
  if (at === undefined) return refused
  const whole = body.slice(0, at)
  const fraction = body.slice(at + 1)
  if (!/^\d*$/u.test(fraction) || !isWhole(whole, fraction)) return refused
  return { ok: true, value: canonical(negative, whole.replace(/\D/gu, ''), fraction) }
}

/**
 * Canonical decimal text as an exact integer of the unit 10^-scale (`12.5` with scale 2 is 1250).
 *
 * @returns undefined when a digit other than zero would be lost or the integer is not a safe one
 */
export function toScaledInteger(value: string, scale: number): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(value)
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  if (/[1-9]/u.test(fraction.slice(scale))) return undefined
  const units = Number(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  if (!Number.isSafeInteger(units)) return undefined
  return sign === '-' && units !== 0 ? -units : units
}

/** Canonical decimal text of an integer of the unit 10^-scale (1250 with scale 2 is `12.5`). */
export function fromScaledInteger(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0')
  const point = digits.length - scale
  return canonical(units < 0, digits.slice(0, point), digits.slice(point))
}

/**
 * Canonical decimal text of a number cell. Spreadsheets compute in binary and show 15 significant digits, so
 * 833865.8500000001 means `833865.85`.
 *
 * @throws AppError `invalid_number` for what is no finite number
 */
export function fromSpreadsheetNumber(value: number): string {
  if (!Number.isFinite(value)) throw new AppError('invalid_number', { value: String(value) })
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(14).split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  return canonical(value < 0, whole, fraction)
}

function splitSign(text: string): { readonly negative: boolean; readonly body: string } {
  const match = /^(?:[-\u2212] ?(?<minus>.*)|\( ?(?<accounting>.*?) ?\))$/u.exec(text)
  const body = match?.groups?.['minus'] ?? match?.groups?.['accounting']
  return { negative: body !== undefined, body: body ?? text }
}

/** Index of the decimal sign, the length of the text when there is none, undefined when that cannot be told. */
function decimalSignAt(body: string, decimalComma: boolean | undefined): number | undefined {
  const explicit = body.indexOf('\u066b')
  if (explicit >= 0) return explicit
  const at = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))
  const sign = body[at]
  if (sign === undefined) return body.length
  if (body.indexOf(sign) !== at) return body.length
  if (!ambiguous.test(body)) return at
  if (decimalComma === undefined) return undefined
  return (sign === ',') === decimalComma ? at : body.length
}

function isWhole(whole: string, fraction: string): boolean {
  if (whole === '') return fraction !== ''
  return /^\d+$/u.test(whole) || groupedInThrees.test(whole) || groupedIndian.test(whole)
}

function canonical(negative: boolean, whole: string, fraction: string): string {
  const shortWhole = whole.replace(/^0+(?=\d)/u, '') || '0'
  const shortFraction = fraction.replace(/0+$/u, '')
  const value = shortFraction === '' ? shortWhole : `${shortWhole}.${shortFraction}`
  return negative && value !== '0' ? `-${value}` : value
}
