import { compareKey } from '../../kernel/text'

/** Somebody who can be mentioned: an account, or an officer's name that stands in requests. */
export type Person = {
  /** What is written after the sign. */
  readonly name: string
  /** What else this person goes by: the sign-in name. */
  readonly also: string | null
  readonly hasAccount: boolean
}

/** Scripts that write words without spaces: what follows a name there need not be a space. */
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u
const ofWord = /[\p{L}\p{M}\p{N}_]/u

/** Names are compared in this many characters after the sign at most. */
const longest = 120

/**
 * The names that a text mentions with an `@`, as keys, each once. Case, ё/е and full width do not matter; of two names
 * that begin alike the longer one is meant.
 */
export function mentionsIn(text: string, names: readonly string[]): readonly string[] {
  const known = names
    .map((name) => ({ name, key: compareKey(name) }))
    .filter(({ key }) => key !== '')
    .sort((one, other) => other.name.length - one.name.length)
  const found = new Set<string>()
  for (const { index } of text.matchAll(/[@＠]/gu)) {
    const rest = text.slice(index + 1, index + 1 + longest)
    const meant = known.find(({ name, key }) => begins(rest, name, key))
    if (meant !== undefined) found.add(meant.key)
  }
  return [...found]
}

function begins(rest: string, name: string, key: string): boolean {
  if (compareKey(rest.slice(0, name.length)) !== key) return false
  const next = rest.slice(name.length, name.length + 1)
  return !ofWord.test(next) || unspaced.test(name.slice(-1)) || unspaced.test(next)
}
