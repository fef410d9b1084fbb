/** Invisible characters: joiners, direction marks, soft hyphen, byte order mark. They never tell two names apart. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** Invisible characters that only do harm in stored text; the joiners U+200C and U+200D are kept, Persian and Hindi need them. */
const harmful = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** Everything that separates words, including U+0085, which `\s` leaves out. */
const whitespace = /[\s\u0085]+/gu

const control = /\p{Cc}/gu
const quotes =
  /['`"\u00ab\u00bb\u02b9-\u02bd\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\u301d-\u301f]/gu
const dashes = /[\u2010-\u2015\u2212]/gu
const notInHeader = /[^\p{L}\p{M}\p{N}\p{Sc}]/gu

/** Single words between single spaces, of characters that NFKC leaves as they are: nearly all text there is. */
const plain = /^[!-~ЁА-яё\u4e00-\u9fff]+(?: [!-~ЁА-яё\u4e00-\u9fff]+)*$/u

/**
 * Text in the form in which it is compared and read: Unicode NFKC (full-width digits become plain ones), every kind
 * of space as one plain space, trimmed, without control and invisible characters.
 */
export function normaliseText(text: string): string {
  if (plain.test(text)) return text
  return text
    .replace(whitespace, ' ')
    .replace(control, '')
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(whitespace, ' ')
    .trim()
}

/**
 * Two names or values are the same if their keys are equal: case, ё/е, kinds of quotation marks and dashes and the
 * Arabic or Persian form of ye and kaf do not matter.
 */
export function compareKey(text: string): string {
  return normaliseText(normaliseText(text).toLowerCase())
    .replaceAll('ё', 'е')
    .replaceAll('\u064a', '\u06cc')
    .replaceAll('\u0643', '\u06a9')
    .replace(quotes, '"')
    .replace(dashes, '-')
}

/** Key of a column heading: `compareKey` without spaces, punctuation and signs (currency signs stay). */
export function headerKey(text: string): string {
  return compareKey(text).replace(notInHeader, '')
}

/**
 * One line of text as somebody wrote it, safe to store and to show: line breaks and tabs become spaces, control
 * characters and direction overrides go, outer spaces go; nothing else changes.
 */
export function sanitiseLine(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(control, '')
    .replace(harmful, '')
    .trim()
}

/** Text of several lines, each as `sanitiseLine` leaves it. */
export function sanitiseParagraphs(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map(sanitiseLine)
    .join('\n')
    .trim()
}

/** Text with Arabic-Indic and Persian digits written as 0…9. */
export function westernDigits(text: string): string {
  // The last four bits of both blocks are the value of the digit.
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
}
