import { AppError } from '../../contract/result'

/** Source of numbers in [0, 1). */
export type Random = () => number

/** An integer from a range, both ends included. */
export function randomInteger(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

/** One of several items. Errors: `internal` where there is none. */
export function randomOf<T>(random: Random, items: ArrayLike<T>): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new AppError('internal')
  return item
}

/** Characters of an alphabet. */
export function randomText(random: Random, length: number, alphabet: string): string {
  return Array.from({ length }, () => randomOf(random, alphabet)).join('')
}

/** Decimal digits, also with zeros in front. */
export function randomDigits(random: Random, length: number): string {
  return randomText(random, length, '0123456789')
}

/** An integer from a range, padded with zeros. */
export function randomPart(random: Random, from: number, to: number, length: number): string {
  return String(randomInteger(random, from, to)).padStart(length, '0')
}

/**
 * The body with its check character appended. Some bodies have none; then the body's last digit is changed.
 *
 * @param checkOf check character of a body, undefined where the scheme issues no such number
 */
export function withCheck(body: string, checkOf: (body: string) => string | undefined): string {
  for (let step = 0; step < 10; step += 1) {
    const candidate = body.slice(0, -1) + String((Number(body.slice(-1)) + step) % 10)
    const check = checkOf(candidate)
    if (check !== undefined) return candidate + check
  }
  throw new AppError('internal')
}
