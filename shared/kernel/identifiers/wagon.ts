import { luhnSum } from './arithmetic'
import { failed, judged, type IdentifierCheck } from './check'
import { normaliseIdentifier } from './normalise'

/** Railway wagon number: 8 digits on the 1520 mm gauge, 12 digits (UIC) elsewhere; the last one is a Luhn digit. */
export function checkWagon(raw: string): IdentifierCheck {
  const id = normaliseIdentifier(raw)
  const scheme = id.length === 12 ? 'uic12' : 'wagon8'
  if (!/^(?:\d{8}|\d{12})$/u.test(id)) return failed(scheme, id, 'shape')
  return judged(scheme, id, luhnSum(id) % 10 === 0)
}

/** The check digit that a wagon number of 8 or 12 digits should end in; undefined for another shape. */
export function wagonCheckDigit(raw: string): string | undefined {
  const id = normaliseIdentifier(raw)
  if (!/^(?:\d{8}|\d{12})$/u.test(id)) return undefined
  return String((10 - (luhnSum(`${id.slice(0, -1)}0`) % 10)) % 10)
}
