import { normaliseText, westernDigits } from '../text'

/** Cyrillic capitals that look like Latin ones; identifiers typed on a Russian keyboard mix them. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [...'АВСЕНКМОРТХУІЈЅ'].map((letter, index) => [letter, 'ABCEHKMOPTXYIJS'.charAt(index)]),
)

/**
 * An identifier as it is compared and checked: plain capital letters and digits, without spaces, dots and dashes;
 * Cyrillic letters that look like Latin ones become Latin.
 */
export function normaliseIdentifier(raw: string): string {
  return westernDigits(normaliseText(raw))
    .toUpperCase()
    .replace(/[ .'\u2010-\u2015\u2212-]/gu, '')
    .replace(/[А-ЯІЈЅ]/gu, (letter) => lookAlikes.get(letter) ?? letter)
}
