import { base36, weightedSum } from './arithmetic'
import { doubted, failed, passed, type IdentifierCheck } from './check'
import { randomDigits, randomInteger, withCheck, type Random } from './random'

const shape = /^(?:[1-9]\d|[1-7A-CEHKM][A-CEHKMOPT])\d{7}$/u
const weights = [29, 23, 19, 17, 13, 7, 5, 3]

/**
 * Belarus, UNP: 9 characters, an organisation's all digits, a person's beginning with letters; check digit mod 11.
 *
 * The tax ministry publishes no rule for the digit. The one here fits every known number, but a misfit is only
 * doubted: it is shown beside the field and not counted as a warning of an import.
 */
export function checkBelarus(id: string): IdentifierCheck {
  if (!shape.test(id)) return failed('by_unp', id, 'shape')
  return id.charAt(8) === checkDigit(id) ? passed('by_unp', id) : doubted('by_unp', id, 'check_digit')
}

/** UNP of an invented organisation; the first digit is the region. */
export function makeBelarus(random: Random): string {
  return withCheck(`${randomInteger(random, 1, 7)}${randomDigits(random, 7)}`, checkDigit)
}

/** A letter counts as in base 36, but in second place by its position among the ten letters in use. */
function checkDigit(id: string): string | undefined {
  const second = 'ABCEHKMOPT'.indexOf(id.charAt(1))
  const value = second < 0 ? id : `${id.charAt(0)}${second}${id.slice(2)}`
  const rest = weightedSum(value, weights, base36) % 11
  return rest === 10 ? undefined : String(rest)
}
