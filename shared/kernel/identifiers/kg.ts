import { doubted, failed, passed, type IdentifierCheck } from './check'
import { randomDigits, randomPart, type Random } from './random'

/**
 * Kyrgyzstan, INN: 14 digits, of which 2–9 are a date DDMMYYYY (registration or birth). No check digit is published.
 */
export function checkKyrgyzstan(id: string): IdentifierCheck {
  const match = /^\d(\d{2})(\d{2})(\d{4})\d{5}$/u.exec(id)
  if (match === null) return failed('kg_inn', id, 'shape')
  const [, day, month, year] = match.map(Number)
  return isDate(year, month, day) && /^[0-3]/u.test(id)
    ? passed('kg_inn', id)
    : doubted('kg_inn', id, 'shape')
}

/** INN of an invented company. */
export function makeKyrgyzstan(random: Random): string {
  const date = `${randomPart(random, 1, 28, 2)}${randomPart(random, 1, 12, 2)}${randomPart(random, 1995, 2025, 4)}`
  return `0${date}10${randomDigits(random, 3)}`
}

function isDate(year = 0, month = 0, day = 0): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
