import type { Language } from '../../kernel/language'

/**
 * A value of a report with its meaning; every format and the screen show it through `formatCell`.
 *
 * - integer: a count
 * - percent: a ratio, 0.942 is shown as 94.2 %; points: a difference of two ratios, in percentage points
 * - hours: decimal hours
 * - area: cm², shown in m²
 * - money: minor units of `currency`
 *
 * null stands for a figure over nothing. `signed` marks a change, which is shown with its sign.
 */
export type NumberKind = 'integer' | 'percent' | 'points' | 'hours' | 'area' | 'money'
export type NumberCell = {
  readonly kind: NumberKind
  readonly value: number | null
  readonly currency?: string
  readonly signed?: boolean
}
export type TextCell = { readonly kind: 'text'; readonly value: string }
export type Cell = NumberCell | TextCell

/** ISO 4217 code of amounts entered without a currency. */
export const noCurrency = 'XXX'

const nbsp = '\u00a0'
const minus = '\u2212'

const marks = {
  zh: { group: ',', decimal: '.', none: '不适用' },
  ru: { group: nbsp, decimal: ',', none: 'н/д' },
  en: { group: ',', decimal: '.', none: 'n/a' },
} as const satisfies Record<Language, { group: string; decimal: string; none: string }>

const percentSign = { zh: '%', ru: `${nbsp}%`, en: '%' } as const satisfies Record<Language, string>

const units = {
  points: { zh: `${nbsp}个百分点`, ru: `${nbsp}п.${nbsp}п.`, en: `${nbsp}pp` },
  hours: { zh: `${nbsp}小时`, ru: `${nbsp}ч`, en: `${nbsp}h` },
  area: { zh: `${nbsp}m²`, ru: `${nbsp}м²`, en: `${nbsp}m²` },
} as const satisfies Record<string, Record<Language, string>>

/** Decimals shown, and the power of ten from the stored value to the shown one. */
const scales = {
  integer: { digits: 0, shift: 0 },
  percent: { digits: 1, shift: 2 },
  points: { digits: 1, shift: 2 },
  hours: { digits: 2, shift: 0 },
  area: { digits: 2, shift: -4 },
  money: { digits: 2, shift: -2 },
} as const satisfies Record<NumberKind, { digits: number; shift: number }>

/** How a figure over nothing is written. */
export function notApplicable(language: Language): string {
  return marks[language].none
}

/** The cell as text: grouped digits, the unit, no line break inside; rounded half away from zero. */
export function formatCell(cell: Cell, language: Language): string {
  if (cell.kind === 'text') return cell.value
  if (cell.value === null) return marks[language].none
  const text = plainNumber(cell) ?? ''
  const negative = text.startsWith('-')
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const { group, decimal } = marks[language]
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, group)
  const body = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
  return `${signOf(negative, text, cell.signed)}${body}${unitOf(cell, language)}`
}

/** The number of a cell in the unit it is shown in and rounded as shown: `-?digits[.digits]`, or null over nothing. */
export function plainNumber(cell: NumberCell): string | null {
  if (cell.value === null) return null
  const { digits, shift } = scales[cell.kind]
  return roundedText(cell.value, shift, digits)
}

/** The number of a cell in the unit it is shown in, unrounded (a percentage as its ratio), or null over nothing. */
export function cellNumber(cell: NumberCell): number | null {
  if (cell.value === null) return null
  if (cell.kind === 'area') return cell.value / 10_000
  if (cell.kind === 'money') return cell.value / 100
  return cell.kind === 'points' ? cell.value * 100 : cell.value
}

/** The unit of a number as it follows it, with the space that keeps both on one line; empty for counts. */
export function unitOf(cell: NumberCell, language: Language): string {
  if (cell.kind === 'integer') return ''
  if (cell.kind === 'percent') return percentSign[language]
  if (cell.kind === 'money') return cell.currency === noCurrency ? '' : `${nbsp}${cell.currency ?? ''}`
  return units[cell.kind][language]
}

/**
 * A number as decimal text, rounded half away from zero.
 *
 * @param shift power of ten it is multiplied by first
 * @returns `-?digits[.digits]` with exactly `digits` decimals, never minus zero
 */
export function roundedText(value: number, shift: number, digits: number): string {
  // Ten decimals drop the noise of binary fractions, so that 1.005 counts as the half it was meant to be.
  const exact = Math.abs(value).toFixed(10)
  const scaled = String(Math.round(Number(`${exact}e${shift + digits}`))).padStart(digits + 1, '0')
  const at = scaled.length - digits
  const text = digits === 0 ? scaled : `${scaled.slice(0, at)}.${scaled.slice(at)}`
  return value < 0 && /[1-9]/u.test(scaled) ? `-${text}` : text
}

function signOf(negative: boolean, text: string, signed: boolean | undefined): string {
  if (negative) return minus
  return signed === true && /[1-9]/u.test(text) ? '+' : ''
}
