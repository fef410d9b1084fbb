import { weightedSum } from './arithmetic'
import { doubted, failed, passed, type IdentifierCheck } from './check'
import { randomDigits, withCheck, type Random } from './random'

const weights = [8, 7, 6, 5, 4, 3, 2]

/**
 * Pakistan: NTN, 7 digits with an optional eighth, or a sole proprietor's CNIC, 13 digits.
 *
 * No rule for the NTN's eighth digit is published. The one here fits most known numbers, so a misfit is only doubted;
 * where it gives no digit nothing can be said.
 */
export function checkPakistan(id: string): IdentifierCheck {
  if (/^\d{13}$/u.test(id)) return passed('pk_cnic', id)
  if (!/^\d{7,8}$/u.test(id)) return failed('pk_ntn', id, 'shape')
  const digit = checkDigit(id)
  if (id.length === 7 || digit === undefined || digit === id.charAt(7)) return passed('pk_ntn', id)
  return doubted('pk_ntn', id, 'check_digit')
}

/** NTN of an invented company. */
export function makePakistan(random: Random): string {
  return withCheck(randomDigits(random, 7), checkDigit)
}

function checkDigit(id: string): string | undefined {
  const digit = (11 - (weightedSum(id, weights) % 11)) % 11
  return digit === 10 ? undefined : String(digit)
}
