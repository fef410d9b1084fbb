import { weightedSum } from './arithmetic'
import { failed, judged, type IdentifierCheck } from './check'
import { randomDigits, randomPart, withCheck, type Random } from './random'

const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/** Kazakhstan, BIN of an organisation and IIN of a person: 12 digits, one check digit for both. */
export function checkKazakhstan(id: string): IdentifierCheck {
  if (!/^\d{12}$/u.test(id)) return failed('kz_bin', id, 'shape')
  return judged('kz_bin', id, id.charAt(11) === checkDigit(id))
}

/** BIN of an invented resident company: year and month of registration, 40, serial number. */
export function makeKazakhstan(random: Random): string {
  const body = `${randomPart(random, 5, 25, 2)}${randomPart(random, 1, 12, 2)}40${randomDigits(random, 5)}`
  return withCheck(body, checkDigit)
}

/** A second set of weights decides where the first leaves 10; a number for which both do is never issued. */
function checkDigit(id: string): string | undefined {
  const first = weightedSum(id, weights) % 11
  const digit = first === 10 ? weightedSum(id, secondWeights) % 11 : first
  return digit === 10 ? undefined : String(digit)
}
