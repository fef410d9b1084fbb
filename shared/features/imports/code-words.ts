import { codeEntries } from '../../kernel/code-lists'
import type { CodeListName } from '../../kernel/field'
import { compareKey, headerKey } from '../../kernel/text'

type CodeWords = { readonly exact: ReadonlyMap<string, string>; readonly loose: ReadonlyMap<string, string> }

const known = new Map<CodeListName, CodeWords>()

function wordsOf(list: CodeListName): CodeWords {
  const found = known.get(list)
  if (found !== undefined) return found
  const exact = new Map<string, string>()
  const loose = new Map<string, string | null>()
  for (const entry of codeEntries(list)) {
    for (const word of [entry.code, ...entry.zh, ...entry.ru, ...entry.en]) {
      if (!exact.has(compareKey(word))) exact.set(compareKey(word), entry.code)
      const key = headerKey(word)
      const other = loose.get(key)
      // Without its punctuation a word may become another one's; then it says nothing.
      loose.set(key, other === undefined || other === entry.code ? entry.code : null)
    }
  }
  const unambiguous = [...loose].filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[0] !== '',
  )
  const words = { exact, loose: new Map(unambiguous) }
  known.set(list, words)
  return words
}

/** The code a word stands for in any language (`报关`, `таможня`, `CUSTOMS`), undefined where the list has no such word. */
export function codeNamed(list: CodeListName, word: string): string | undefined {
  const { exact, loose } = wordsOf(list)
  return exact.get(compareKey(word)) ?? loose.get(headerKey(word))
}
