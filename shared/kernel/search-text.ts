import { compareKey } from './text'

const han = /\p{Script=Han}/gu

/** Text as the search index holds it: one case, ё as е, every Han character a word of its own. */
export function indexText(text: string): string {
  return compareKey(text).replace(han, ' $& ')
}

const words = /[\p{L}\p{N}]+/gu

/** The words of a text as the index's tokenizer sees them. */
export function indexWords(text: string): string[] {
  return indexText(text).match(words) ?? []
}

/** What somebody typed, cut at spaces; each part must be found, its words next to each other. */
export function queryParts(text: string): string[][] {
  return text
    .split(/\s+/u)
    .map((part) => indexWords(part))
    .filter((part) => part.length > 0)
}
