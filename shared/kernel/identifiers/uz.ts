import { failed, passed, type IdentifierCheck } from './check'
import { randomDigits, type Random } from './random'

/** Uzbekistan: STIR (INN), 9 digits, or a person's PINFL, 14 digits. No check digit of the STIR is published. */
export function checkUzbekistan(id: string): IdentifierCheck {
  if (/^[1-6]\d{13}$/u.test(id)) return passed('uz_pinfl', id)
  return /^[2-9]\d{8}$/u.test(id) ? passed('uz_stir', id) : failed('uz_stir', id, 'shape')
}

/** STIR of an invented company. */
export function makeUzbekistan(random: Random): string {
  return `3${randomDigits(random, 8)}`
}
