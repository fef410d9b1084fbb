import {
  checkContainer,
  checkHsCode,
  checkWagon,
  containerCheckDigit,
  normaliseIdentifier,
  wagonCheckDigit,
} from '../../kernel/identifiers'
import { normaliseText, westernDigits } from '../../kernel/text'

/**
 * What is wrong with a number of a paper: never a reason to refuse it. `allowed` names the form that would be right,
 * `expected` the digit that would fit.
 */
export type NumberProblem =
  | { readonly problem: 'shape'; readonly allowed: NumberForm }
  | { readonly problem: 'date'; readonly allowed: NumberForm }
  | { readonly problem: 'checkDigit'; readonly expected: string }

/** Forms of numbers; each has its words. */
export type NumberForm =
  | 'eaeuRu'
  | 'eaeu'
  | 'eaeuAm'
  | 'cn'
  | 'awb'
  | 'tir'
  | 'container'
  | 'wagon'
  | 'plate'
  | 'hs'
  | 'un'
  | 'procedure'
  | 'movementFeature'
  | 'supervisionMode'

/** Customs territories with the form of their declaration numbers; others number as they like. */
const declarationForms: Readonly<Record<string, NumberForm>> = {
  RU: 'eaeuRu',
  KZ: 'eaeu',
  KG: 'eaeu',
  BY: 'eaeu',
  AM: 'eaeuAm',
  CN: 'cn',
}

const officeDigits: Readonly<Partial<Record<NumberForm, string>>> = {
  eaeuRu: '\\d{8}',
  eaeu: '(?:\\d{5}|\\d{8})',
  eaeuAm: '(?:\\d{2}|\\d{8})',
}

/** The territories whose declarations have box 37. */
export const eaeuTerritories: ReadonlySet<unknown> = new Set(['RU', 'KZ', 'KG', 'BY', 'AM'])

/** The form of the declaration numbers of a customs territory; undefined where none is known. */
export function declarationForm(territory: unknown): NumberForm | undefined {
  return typeof territory === 'string' ? declarationForms[territory] : undefined
}

/**
 * A declaration's number by its territory: of the EAEU office/ddmmyy/number (with the item, if it is written), of China
 * 18 digits. Undefined: nothing is wrong with it, or nobody knows.
 */
export function declarationNumberProblem(territory: unknown, raw: string): NumberProblem | undefined {
  const form = declarationForm(territory)
  if (form === undefined) return undefined
  const text = westernDigits(normaliseText(raw)).replaceAll(' ', '').toUpperCase()
  if (form === 'cn') {
    return /^\d{4}20\d{2}[01IE]\d{9}$/u.test(text) ? undefined : { problem: 'shape', allowed: form }
  }
  const shape = new RegExp(`^${officeDigits[form] ?? ''}/(\\d{2})(\\d{2})(\\d{2})/\\d{7}(?:/\\d{1,5})?$`, 'u')
  const match = shape.exec(text)
  if (match === null) return { problem: 'shape', allowed: form }
  const [, day = '', month = '', year = ''] = match
  return isDay(2000 + Number(year), Number(month), Number(day))
    ? undefined
    : { problem: 'date', allowed: form }
}

function isDay(year: number, month: number, day: number): boolean {
  const moment = new Date(Date.UTC(year, month - 1, day))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}

/** The number of a transport document by its kind; only air waybills and TIR carnets have a form of their own. */
export function documentNumberProblem(kind: unknown, raw: string): NumberProblem | undefined {
  const text = normaliseIdentifier(raw).replaceAll('/', '')
  if (kind === 'TIR') {
    return /^[A-Z]{2}\d{8,9}$/u.test(text) ? undefined : { problem: 'shape', allowed: 'tir' }
  }
  if (kind !== 'AWB') return undefined
  if (!/^\d{11}$/u.test(text)) return { problem: 'shape', allowed: 'awb' }
  const expected = String(Number(text.slice(3, 10)) % 7)
  return text.endsWith(expected) ? undefined : { problem: 'checkDigit', expected }
}

/** The number of a container, wagon or vehicle. */
export function unitNumberProblem(kind: unknown, raw: string): NumberProblem | undefined {
  if (kind === 'container') {
    return problemOf(checkContainer(raw).problem, 'container', containerCheckDigit(raw))
  }
  if (kind === 'wagon') return problemOf(checkWagon(raw).problem, 'wagon', wagonCheckDigit(raw))
  if (kind !== 'vehicle') return undefined
  return /^[\p{L}\d]{4,20}$/u.test(normaliseIdentifier(raw).replaceAll('/', ''))
    ? undefined
    : { problem: 'shape', allowed: 'plate' }
}

function problemOf(
  problem: string | undefined,
  allowed: NumberForm,
  expected: string | undefined,
): NumberProblem | undefined {
  if (problem === undefined) return undefined
  return problem === 'check_digit' && expected !== undefined
    ? { problem: 'checkDigit', expected }
    : { problem: 'shape', allowed }
}

const goodsCodeLengths = [6, 8, 10, 13]

/** A goods code of a declaration: a subheading or a national code. */
export function goodsCodeProblem(raw: string): NumberProblem | undefined {
  const { problem, normalised } = checkHsCode(raw)
  return problem === undefined && goodsCodeLengths.includes(normalised.length)
    ? undefined
    : { problem: 'shape', allowed: 'hs' }
}

const shapes = {
  un: /^(?:UN)?\d{4}$/u,
  procedure: /^\d{2}$/u,
  movementFeature: /^\d{3}$/u,
  supervisionMode: /^\d{4}$/u,
} as const

/** A code that is nothing but so many digits. */
export function digitsProblem(form: keyof typeof shapes, raw: string): NumberProblem | undefined {
  return shapes[form].test(normaliseIdentifier(raw)) ? undefined : { problem: 'shape', allowed: form }
}

/** The seven digits of box 37 as its three parts; undefined for anything else. */
export function procedureParts(raw: string): readonly [string, string, string] | undefined {
  const digits = westernDigits(normaliseText(raw)).replaceAll(' ', '')
  return /^\d{7}$/u.test(digits) ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)] : undefined
}
