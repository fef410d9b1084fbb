import { codesAbove } from '@shared/features/codes/code'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { ShippedCode } from '@shared/features/codes/read-codebook'
import { hanKey, plainPinyin, type Searchable } from '@shared/features/codes/rank'
import { indexWords } from '@shared/kernel/search-text'
import { compareKey } from '@shared/kernel/text'
import { pinyinOf } from '../../data/language-tools'
import { stemText } from '../../data/search-index'
import type { Entry } from './merge'

const longestPinyin = 24

/** Syllables of Chinese labels, run by run, and stems of Russian ones, as far as they were prepared or needed before. */
const knownRuns = new Map<string, readonly (readonly string[])[]>()
const knownStems = new Map<string, string>()

function runsOf(label: string): readonly (readonly string[])[] {
  const known = knownRuns.get(label)
  return known ?? (label.match(/\p{Script=Han}+/gu) ?? []).map((han) => pinyinOf(han).map(plainPinyin))
}

const stemsOf = (label: string) => knownStems.get(label) ?? stemText(label)

/** The line of a code in the prepared words: its code, syllables by spaces and runs by bars, stems; '' for none. */
export function preparedLine({ code, labels }: Pick<ShippedCode, 'code' | 'labels'>): string {
  const runs = runsOf(labels.zh ?? '')
  const stems = stemsOf(labels.ru ?? '')
  if (runs.length === 0 && stems === '') return ''
  return [code, runs.map((run) => run.join(' ')).join('|'), stems].join('\t')
}

let hasLearnt = false

/** Takes in what was prepared for the labels of the program; once. */
export function learnWords(shipped: readonly ShippedCode[], prepared: string): void {
  if (hasLearnt) return
  hasLearnt = true
  const byCode = new Map(shipped.map(({ code, labels }) => [code, labels]))
  for (const line of prepared.split('\n')) {
    const [code = '', runs = '', stems = ''] = line.split('\t')
    const labels = byCode.get(code)
    if (labels?.zh != null)
      knownRuns.set(labels.zh, runs === '' ? [] : runs.split('|').map((run) => run.split(' ')))
    if (labels?.ru != null) knownStems.set(labels.ru, stems)
  }
}

/** Texts with bars before and after each. */
const barred = (texts: readonly string[]) =>
  `${texts
    .filter((text) => text !== '')
    .map((text) => `| ${text} `)
    .join('')}|`

/** Characters whose words need no folding but of case and ё. */
const plainText = /^[ -~А-яЁё«»–—№]*$/u

/** The words of a label between single spaces. */
function wordsOf(label: string): string {
  if (!plainText.test(label)) return indexWords(label).join(' ')
  return label
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^a-zа-я0-9]+/gu, ' ')
    .trim()
}

/** Syllables and initials from every character on; those of the whole label after a bar. See `Searchable`. */
function pinyinOfLabel(label: string): string {
  const words = new Set<string>()
  for (const [run, syllables] of runsOf(label).entries()) {
    const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
    syllables.forEach((_syllable, from) => {
      const bar = run === 0 && from === 0 ? '|' : ''
      words.add(bar + syllables.slice(from).join('').slice(0, longestPinyin))
      words.add(bar + initials.slice(from, from + longestPinyin))
    })
  }
  return ` ${[...words].join(' ')} `
}

/** Latin text that may be pinyin; see `prepareQuery`. */
export const mayBePinyin = (text: string) => /[a-zü]{2}/iu.test(text)
export const mayBeRussian = (text: string) => /\p{Script=Cyrillic}/u.test(text)

/**
 * The texts by which the codes of a list are found. Reading characters and stemming take longest and are done when
 * somebody first types something they are needed for.
 */
export class SearchTexts {
  readonly #entries: readonly Entry[]
  #items: readonly Searchable[]
  #hasStems = false
  #hasPinyin = false

  constructor(list: CodebookName, entries: readonly Entry[]) {
    this.#entries = entries
    const places = new Map(entries.map(({ code }, place) => [code, place]))
    this.#items = entries.map((entry) => plainTexts(entry, placeAbove(list, entry.code, places)))
  }

  /** The texts, with stems and pinyin if what was typed may need them. */
  for(typed: string): readonly Searchable[] {
    if (!this.#hasStems && mayBeRussian(typed)) {
      this.#hasStems = true
      this.#add(({ labels, words }) => ({ stems: barred([stemsOf(labels.ru ?? ''), stemsOf(words)]) }))
    }
    if (!this.#hasPinyin && mayBePinyin(typed)) {
      this.#hasPinyin = true
      this.#add(({ labels, words }) => ({ pinyin: pinyinOfLabel(labels.zh ?? '') + pinyinOfLabel(words) }))
    }
    return this.#items
  }

  #add(texts: (entry: Entry) => Partial<Searchable>): void {
    this.#items = this.#items.map((item, place) => {
      const entry = this.#entries[place]
      return entry ? { ...item, ...texts(entry) } : item
    })
  }
}

function plainTexts({ code, labels, words, facts }: Entry, above: number | null): Searchable {
  const further = `${words} ${facts['locodes'] ?? ''} ${facts['countries'] ?? ''}`
  const spoken = [labels.en ?? '', labels.ru ?? '', further]
  return {
    code: compareKey(code),
    text: barred(spoken.map(wordsOf)),
    han: hanKey(`${labels.zh ?? ''}${/\p{Script=Han}/u.test(words) ? ` ${words}` : ''}`),
    stems: '',
    pinyin: '',
    above,
  }
}

function placeAbove(list: CodebookName, code: string, places: ReadonlyMap<string, number>): number | null {
  // A chapter's words say little of what lies in it; those of the heading and the subheading count.
  const heading = codesAbove(list, code).find((each) => each.length === 4)
  return (heading === undefined ? undefined : places.get(heading)) ?? null
}
