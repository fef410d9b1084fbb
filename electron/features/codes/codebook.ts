import {
  codesAbove,
  codeTime,
  isGroup,
  normaliseCode,
  type Code,
  type CodeStep,
} from '@shared/features/codes/code'
import { type CodebookName } from '@shared/features/codes/codebooks'
import type { CodeHit, CodeRow, CodeView, KnownCode } from '@shared/features/codes/codes.contract'
import { bestPlaces, codeCosts, prepareQuery } from '@shared/features/codes/rank'
import type { Page } from '@shared/contract/page'
import { stemOf } from '../../data/search-index'
import type { ReadableDb } from '../../data/sql'
import { codesStamp, storedCodes } from './codes.repo'
import { mergeCodes, type Entry } from './merge'
import { learnWords, SearchTexts } from './searchables'
import { preparedWords, shippedCodes } from './shipped'

/** One code list of a park as it holds now. */
export class Codebook {
  readonly #list: CodebookName
  readonly #entries: readonly Entry[]
  readonly #places: ReadonlyMap<string, number>
  #texts: SearchTexts | undefined

  constructor(list: CodebookName, entries: readonly Entry[]) {
    this.#list = list
    this.#entries = entries
    this.#places = new Map(entries.map(({ code }, place) => [code, place]))
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** A code of the list, hidden or not; undefined where it has none such. */
  entry(code: string): Entry | undefined {
    const place = this.#places.get(code)
    return place === undefined ? undefined : this.#entries[place]
  }

  /** Codes offered on a day that fit a text, best first; without a text, the first ones. */
  find(text: string, at: string, limit: number): readonly CodeHit[] {
    const isOffered = (place: number) => {
      const entry = this.#entries[place]
      if (entry === undefined || entry.hidden || isGroup(this.#list, entry.code)) return false
      return codeTime(entry, at) === 'valid'
    }
    const costs = this.#costs(text)
    const places = costs ? bestPlaces(costs, isOffered, limit) : this.#first(isOffered, limit)
    return places.flatMap((place) => {
      const entry = this.#entries[place]
      return entry ? [{ ...plain(entry), path: this.#path(entry.code) }] : []
    })
  }

  /** What is known of a code that stands somewhere, in whatever form it was written. */
  known(raw: string, at: string): KnownCode {
    const code = normaliseCode(this.#list, raw)
    const entry = this.entry(code)
    const path = this.#path(code)
    const standing = entry ? 'listed' : path.some((step) => isShared(step.code)) ? 'below' : 'unknown'
    return {
      code,
      standing,
      entry: entry ? plain(entry) : null,
      path,
      time: entry ? codeTime(entry, at) : 'valid',
      hidden: entry?.hidden ?? false,
    }
  }

  /** Codes in the order of the list from after a code on. */
  page(view: CodeView, text: string, at: string, cursor: string | null, limit: number): Page<CodeRow> {
    const costs = this.#costs(text)
    const fits = (place: number) => costs === undefined || (costs[place] ?? Infinity) < Infinity
    const from = cursor === null ? 0 : (this.#places.get(cursor) ?? this.#entries.length) + 1
    const rows: CodeRow[] = []
    for (let place = from; place < this.#entries.length; place += 1) {
      const entry = this.#entries[place]
      if (entry === undefined || !isShown(entry, view) || !fits(place)) continue
      if (rows.length === limit) return { rows, next: rows.at(-1)?.code ?? null }
      rows.push(shownRow(entry, at))
    }
    return { rows, next: null }
  }

  /** What each code costs for a text; undefined where the text says nothing. */
  #costs(text: string): Float64Array | undefined {
    this.#texts ??= new SearchTexts(this.#list, this.#entries)
    const query = prepareQuery(text, stemOf)
    return query && codeCosts(this.#texts.for(text), query)
  }

  #first(isOffered: (place: number) => boolean, limit: number): readonly number[] {
    const places: number[] = []
    for (let place = 0; place < this.#entries.length && places.length < limit; place += 1) {
      if (isOffered(place)) places.push(place)
    }
    return places
  }

  /** What a code lies below, from the section down. */
  #path(code: string): readonly CodeStep[] {
    const steps: CodeStep[] = []
    for (const above of codesAbove(this.#list, code)) {
      const entry = this.entry(above)
      if (entry) steps.unshift({ code: above, labels: entry.labels })
      const section = entry?.parent == null ? undefined : this.entry(entry.parent)
      if (section) steps.unshift({ code: section.code, labels: section.labels })
    }
    return steps
  }
}

/** Six digits are the same everywhere; whatever stands below them may be a national code. */
const isShared = (code: string) => code.length === 6

const plain = ({ code, labels, from, to, facts }: Entry): Code => ({ code, labels, from, to, facts })

/** A code as the administrator sees it on a day. */
export function shownRow(entry: Entry, at: string): CodeRow {
  const { origin, hidden, version, shipped } = entry
  return { ...plain(entry), origin, hidden, version, shipped, time: codeTime(entry, at) }
}

function isShown({ hidden, origin }: Entry, view: CodeView): boolean {
  switch (view) {
    case 'all':
      return !hidden
    case 'own':
      return origin !== 'shipped'
    case 'hidden':
      return hidden
  }
}

type Kept = { readonly stamp: string; readonly book: Codebook }

const books = new WeakMap<ReadableDb, Map<CodebookName, Kept>>()

/** A code list of a park; made anew only when the park has changed something of it. */
export async function codebookOf(db: ReadableDb, list: CodebookName): Promise<Codebook> {
  const shipped = await shippedCodes(list)
  if (list === 'hs') learnWords(shipped, await preparedWords())
  let kept = books.get(db)
  if (!kept) books.set(db, (kept = new Map()))
  const stamp = codesStamp(db, list)
  const known = kept.get(list)
  if (known?.stamp === stamp) return known.book
  const book = new Codebook(list, mergeCodes(list, shipped, storedCodes(db, list)))
  kept.set(list, { stamp, book })
  return book
}
