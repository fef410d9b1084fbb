import { compareKey, headerKey } from '../../kernel/text'

const fillers = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'for',
  'and',
  'и',
  'в',
  'на',
  'по',
  'о',
  'к',
  'из',
  '的',
])

function tokensOf(text: string): ReadonlySet<string> {
  const tokens = compareKey(text).match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? []
  const telling = tokens.filter((token) => !fillers.has(token))
  return new Set(telling)
}

function pairsOf(key: string): ReadonlySet<string> {
  const letters = [...key]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const item of a) if (b.has(item)) common += 1
  return (2 * common) / (a.size + b.size)
}

/**
 * How alike two headings are, 0 to 1: shared words in any order (Dice coefficient, slightly discounted because order
 * does carry meaning) or shared pairs of letters, which forgives endings and small differences in spelling.
 */
export function similarity(a: string, b: string): number {
  return Math.max(0.95 * dice(tokensOf(a), tokensOf(b)), dice(pairsOf(headerKey(a)), pairsOf(headerKey(b))))
}
