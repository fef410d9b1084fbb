import commonText from '@resources/passwords/common.txt?raw'
import { AppError } from '@shared/contract/result'
import { passwordMaximum, passwordMinimum } from '@shared/features/accounts/accounts'

/** Why a password is refused. */
type Weakness = 'short' | 'long' | 'common' | 'context' | 'same'

/** Names that everybody would try first: of the park, the product and the person. */
export type PasswordContext = { readonly words: readonly string[]; readonly current?: string }

const product = 'parkdesk'
/** Shorter words stand in too many others. */
const shortestWord = 4
/** What must be left of a password beside such words: a word of its own, or more digits than a date has. */
const leastLetters = 5
const leastSigns = 9

let common: ReadonlySet<string> | undefined

function commonPasswords(): ReadonlySet<string> {
  common ??= new Set(commonText.split('\n').filter((line) => line !== ''))
  return common
}

function weaknessOf(password: string, { words, current }: PasswordContext): Weakness | undefined {
  const plain = password.normalize('NFKC')
  const length = [...plain].length
  if (length < passwordMinimum) return 'short'
  if (length > passwordMaximum) return 'long'
  if (plain === current?.normalize('NFKC')) return 'same'
  const lower = plain.toLowerCase()
  if (isCommon(lower)) return 'common'
  return holdsLittleElse(lower, [product, ...words]) ? 'context' : undefined
}

/** On the list, or on it but for digits and signs around it; or one sign or row of signs over and over. */
function isCommon(lower: string): boolean {
  const core = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const list = commonPasswords()
  if (list.has(lower) || list.has(core)) return true
  return /^(.{1,4}?)\1+$/u.test(lower) || isRow(lower)
}

/** `abcdefgh`, `87654321`: each sign the next or the one before. */
function isRow(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  const step = (codes[1] ?? 0) - (codes[0] ?? 0)
  return (
    Math.abs(step) === 1 &&
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step)
  )
}

function holdsLittleElse(lower: string, words: readonly string[]): boolean {
  const parts = words
    .flatMap((word) => {
      const plain = word.normalize('NFKC').toLowerCase()
      return [plain, plain.replaceAll(/\s/gu, ''), ...plain.split(/[^\p{L}\p{N}]+/u)]
    })
    .filter((word) => [...word].length >= (/\p{Script=Han}/u.test(word) ? 2 : shortestWord))
  const found = parts.filter((word) => lower.includes(word)).sort((left, right) => right.length - left.length)
  const rest = found.reduce((text, word) => text.replaceAll(word, ''), lower)
  const letters = [...rest.replaceAll(/[^\p{L}]/gu, '')].length
  const signs = [...rest.replaceAll(/[^\p{L}\p{N}]/gu, '')].length
  return found.length > 0 && letters < leastLetters && signs < leastSigns
}

/**
 * Refuses a password that is short, long, well known or made of names that everybody here knows (OWASP ASVS 5.0, 6.1.2
 * and 6.2); there are no rules about kinds of signs. Errors: `password_weak` with `reason`.
 */
export function mustBeStrong(password: string, context: PasswordContext): void {
  const reason = weaknessOf(password, context)
  if (reason !== undefined)
    throw new AppError('password_weak', { reason, least: passwordMinimum, most: passwordMaximum })
}
