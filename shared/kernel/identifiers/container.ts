import { weightedSum } from './arithmetic'
import { failed, judged, type IdentifierCheck } from './check'
import { normaliseIdentifier } from './normalise'
import { randomDigits, randomText, type Random } from './random'

/** Position is value: digits are 0…9, letters 10…38, without the multiples of 11. */
const alphabet = '0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ'
const weights = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

/** Freight container number (ISO 6346): owner, category U, J, Z or R, six digits, check digit (10 is written 0). */
export function checkContainer(raw: string): IdentifierCheck {
  const id = normaliseIdentifier(raw)
  if (!/^[A-Z]{3}[UJZR]\d{7}$/u.test(id)) return failed('iso6346', id, 'shape')
  return judged('iso6346', id, id.charAt(10) === checkDigit(id))
}

/** The check digit that a container number of the right shape should end in; undefined for another shape. */
export function containerCheckDigit(raw: string): string | undefined {
  const id = normaliseIdentifier(raw)
  return /^[A-Z]{3}[UJZR]\d{6,7}$/u.test(id) ? checkDigit(id) : undefined
}

/** A freight container number with a valid check digit. */
export function makeContainer(random: Random): string {
  const body = `${randomText(random, 3, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')}U${randomDigits(random, 6)}`
  return body + checkDigit(body)
}

function checkDigit(id: string): string {
  return String((weightedSum(id, weights, alphabet) % 11) % 10)
}
