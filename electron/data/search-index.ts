import { indexText, indexWords, queryParts } from '@shared/kernel/search-text'
import type { RegisterName } from '@shared/kernel/registers'
import { pinyinOf, russianStem } from './language-tools'
import { prepared, type WritableDb } from './sql'

const cyrillic = /^\p{Script=Cyrillic}+$/u
const hanText = /\p{Script=Han}/u

// Workbooks repeat their words thousands of times; stemming and reading characters are the costly parts.
const keptWords = 20_000
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= keptWords) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** The stem of a Russian word. */
export const stemOf = remembered(russianStem)

/** Stems of the Russian words of a text. */
export const stemText = remembered((text) =>
  indexWords(text)
    .filter((word) => cyrillic.test(word))
    .map(stemOf)
    .join(' '),
)

const longestPinyin = 24

/**
 * Pinyin and initials of Chinese text from every character on, so that a name is found by any part of it:
 * 霍尔果斯 → `huoerguosi erguosi guosi si hegs egs gs s`.
 */
const pinyinText = remembered((text) => {
  const words = new Set<string>()
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = pinyinOf(run)
    const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
    syllables.forEach((_syllable, from) => {
      words.add(syllables.slice(from).join('').slice(0, longestPinyin))
      words.add(initials.slice(from, from + longestPinyin))
    })
  }
  return [...words].join(' ')
})

/** The three columns of the index for a record's searchable texts. */
export function searchColumns(texts: readonly (string | null)[]): {
  raw: string
  stem: string
  pinyin: string
} {
  const present = texts.filter((text) => text !== null && text !== '') as string[]
  return {
    raw: present.map(indexText).join(' | '),
    stem: present.map(stemText).filter(Boolean).join(' '),
    pinyin: present
      .filter((text) => hanText.test(text))
      .map(pinyinText)
      .join(' '),
  }
}

const insertText = {
  tenants: 'INSERT INTO tenants_search (rowid, raw, stem, pinyin) VALUES (?, ?, ?, ?)',
  requests: 'INSERT INTO requests_search (rowid, raw, stem, pinyin) VALUES (?, ?, ?, ?)',
  incidents: 'INSERT INTO incidents_search (rowid, raw, stem, pinyin) VALUES (?, ?, ?, ?)',
} as const satisfies Record<RegisterName, string>

const deleteText = {
  tenants: 'DELETE FROM tenants_search WHERE rowid = ?',
  requests: 'DELETE FROM requests_search WHERE rowid = ?',
  incidents: 'DELETE FROM incidents_search WHERE rowid = ?',
} as const satisfies Record<RegisterName, string>

/** Enters a row's texts; a row that is deleted or changed is taken out first. */
export function addToIndex(
  db: WritableDb,
  register: RegisterName,
  seq: number,
  texts: readonly (string | null)[],
): void {
  const columns = searchColumns(texts)
  prepared(db, insertText[register]).run(seq, columns.raw, columns.stem, columns.pinyin)
}

/** Takes a row out of the index. */
export function removeFromIndex(db: WritableDb, register: RegisterName, seq: number): void {
  prepared(db, deleteText[register]).run(seq)
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/**
 * The FTS5 query of what somebody typed: every part must be found as words next to each other whose last one may be
 * begun only, or by the stem of a Russian word, or by pinyin or initials. null when there is nothing to look for.
 */
export function matchQuery(text: string): string | null {
  const parts = queryParts(text)
  if (parts.length === 0) return null
  return parts.map((part) => `(${alternatives(part).join(' OR ')})`).join(' AND ')
}

function alternatives(part: readonly string[]): string[] {
  // Every Han character is a whole word of the index; to look for words it begins would only cost time.
  const begun = hanText.test(part.at(-1) ?? '') ? '' : ' *'
  const found = [`raw : ${quoted(part.join(' '))}${begun}`]
  const [word] = part
  if (part.length !== 1 || word === undefined) return found
  if (cyrillic.test(word)) found.push(`stem : ${quoted(stemOf(word))}`)
  if (/^[a-z]{2,}$/.test(word)) found.push(`pinyin : ${quoted(word)} *`)
  return found
}
