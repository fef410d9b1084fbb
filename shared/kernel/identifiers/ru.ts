import { remainder, weightedSum } from './arithmetic'
import { failed, judged, type IdentifierCheck } from './check'
import { randomDigits, randomOf, type Random } from './random'

const organisationWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const personWeights = [7, ...organisationWeights]
const personLastWeights = [3, ...personWeights]
const regions = ['22', '24', '38', '50', '54', '55', '66', '77', '78']

/**
 * Russia: INN (10 digits, of a person 12), OGRN (13), OGRNIP (15).
 *
 * Rules: order of the Federal Tax Service on the INN (check digits mod 11 mod 10), order on the OGRN (mod 11 or 13,
 * then mod 10).
 */
export function checkRussia(id: string): IdentifierCheck {
  if (/^(?!00)\d{10}$/u.test(id)) return judged('ru_inn', id, id.endsWith(innDigit(id, organisationWeights)))
  if (/^(?!00)\d{12}$/u.test(id)) {
    return judged('ru_inn', id, id.endsWith(innDigit(id, personWeights) + innDigit(id, personLastWeights)))
  }
  if (/^[15]\d{12}$/u.test(id)) return judged('ru_ogrn', id, id.endsWith(registerDigit(id.slice(0, 12), 11)))
  if (/^3\d{14}$/u.test(id)) return judged('ru_ogrnip', id, id.endsWith(registerDigit(id.slice(0, 14), 13)))
  return failed('ru_inn', id, 'shape')
}

/** INN of an invented organisation. */
export function makeRussia(random: Random): string {
  const body = randomOf(random, regions) + randomDigits(random, 7)
  return body + innDigit(body, organisationWeights)
}

function innDigit(id: string, weights: readonly number[]): string {
  return String((weightedSum(id, weights) % 11) % 10)
}

function registerDigit(body: string, divisor: number): string {
  return String(remainder(body, divisor) % 10)
}
