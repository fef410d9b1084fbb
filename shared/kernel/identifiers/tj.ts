import { failed, passed, type IdentifierCheck } from './check'
import { randomDigits, type Random } from './random'

/** Tajikistan, INN (РМА): 9 digits, in the unified form 10. No check digit is published. */
export function checkTajikistan(id: string): IdentifierCheck {
  return /^\d{9,10}$/u.test(id) ? passed('tj_inn', id) : failed('tj_inn', id, 'shape')
}

/** INN of an invented company. */
export function makeTajikistan(random: Random): string {
  return `02${randomDigits(random, 7)}`
}
