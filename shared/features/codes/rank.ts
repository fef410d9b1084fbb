import { indexWords } from '../../kernel/search-text'
import { compareKey } from '../../kernel/text'

/**
 * A code as it is looked for. Words stand between single spaces, bars before and after each label: `| wheat and meslin |
 * пшеница и меслин |`; `stems` likewise. `pinyin` holds syllables and initials from every character on, those of the
 * whole label after a bar: ` |xiaomai |xm mai m `.
 */
export type Searchable = {
  readonly code: string
  readonly text: string
  readonly han: string
  readonly stems: string
  readonly pinyin: string
  /** Place of the heading whose words count for this code, too; null where there is none. */
  readonly above: number | null
}

type Part = {
  /** Words as they were typed, the last one perhaps only begun. */
  readonly phrase: string
  readonly han: string | null
  readonly stem: string | null
  readonly pinyin: string | null
}

export type CodeQuery = { readonly code: string; readonly parts: readonly Part[] }

const hanText = /\p{Script=Han}/u
const cyrillic = /^\p{Script=Cyrillic}+$/u
/** A single letter is no pinyin: nearly everything would begin with it. */
const latin = /^[a-zü']{2,}$/u

/** Pinyin as keyboards write it: ü is typed as v. */
export function plainPinyin(syllables: string): string {
  return syllables.replaceAll('ü', 'v')
}

/** Text as Chinese labels are compared: no spaces, one kind of brackets and commas. */
export function hanKey(text: string): string {
  return compareKey(text).replaceAll(/\s/gu, '')
}

/** What somebody typed, ready to be compared; undefined when there is nothing to look for. */
export function prepareQuery(text: string, stemOf: (word: string) => string): CodeQuery | undefined {
  const key = compareKey(text)
  const parts = key.split(' ').flatMap((part) => prepared(part, stemOf))
  if (parts.length === 0) return undefined
  return { code: key.replaceAll(/[\s.]/gu, ''), parts }
}

function prepared(part: string, stemOf: (word: string) => string): Part[] {
  const words = indexWords(part)
  if (words.length === 0) return []
  const isHan = hanText.test(part)
  return [
    {
      phrase: words.join(' '),
      han: isHan ? hanKey(part) : null,
      stem: cyrillic.test(part) ? stemOf(part) : null,
      pinyin: latin.test(part) ? plainPinyin(part.replaceAll("'", '')) : null,
    },
  ]
}

/** Costs of a match, the lower the better. A code is better than any word, a word of the heading worse than an own one. */
const codeBegun = 10
const someWord = 20
const ofHeading = 12
const none = Number.POSITIVE_INFINITY

const space = 32
const bar = 124

/** What a word costs by where it stands: alone in its label, at its beginning, elsewhere, or only begun. */
type PlaceCosts = {
  readonly whole: number
  readonly first: number
  readonly begunFirst: number
  readonly word: number
  readonly begun: number
}

const wordCosts: PlaceCosts = { whole: 0, first: 2, begunFirst: 3, word: 4, begun: 6 }
const stemCosts: PlaceCosts = { whole: 3, first: 3, begunFirst: none, word: 5, begun: none }
const pinyinCosts: PlaceCosts = { whole: 1, first: 1, begunFirst: 4, word: 8, begun: 8 }

/** The least cost of `typed` among the words of a text, where bars stand before and after each label. */
function placedCost(text: string, typed: string, costs: PlaceCosts): number {
  let best = none
  // Looked for without the space before it, which stands everywhere.
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    const before = text.charCodeAt(at - 1)
    if (before !== space && before !== bar) continue
    const isFirst = before === bar || text.charCodeAt(at - 2) === bar
    const end = at + typed.length
    const isWord = text.charCodeAt(end) === space
    if (isWord && isFirst) best = Math.min(best, text.charCodeAt(end + 1) === bar ? costs.whole : costs.first)
    else if (isWord) best = Math.min(best, costs.word)
    else best = Math.min(best, isFirst ? costs.begunFirst : costs.begun)
  }
  return best
}

function hanCost(han: string, typed: string): number {
  const place = han.indexOf(typed)
  if (place < 0) return none
  if (han === typed) return 0
  return place === 0 ? 2 : 6
}

function partCost(item: Searchable, part: Part): number {
  if (part.han !== null) return hanCost(item.han, part.han)
  const word = placedCost(item.text, part.phrase, wordCosts)
  if (part.stem !== null) return Math.min(word, placedCost(item.stems, part.stem, stemCosts))
  return part.pinyin === null ? word : Math.min(word, placedCost(item.pinyin, part.pinyin, pinyinCosts))
}

function codeCost({ code }: Searchable, typed: string): number {
  if (code === typed) return 0
  return code.startsWith(typed) ? codeBegun + (code.length - typed.length) / 10 : none
}

const shortHeading = 4

/** Headings before chapters and before what lies below them, that in its order; short labels before long ones. */
function tieCost({ code, text }: Searchable): number {
  const depth = Math.abs(code.length - shortHeading) / 10
  return code.length > shortHeading ? 1 + depth : depth + Math.min(text.length, 900) / 1000
}

/** What the words of an item cost; `ofParts` holds the costs of each part in every item. */
function wordsCost(ofParts: readonly Float64Array[], place: number, above: number | null): number {
  let sum = someWord
  for (const costs of ofParts) {
    const inherited = above === null ? none : (costs[above] ?? none) + ofHeading
    sum += Math.min(costs[place] ?? none, inherited)
  }
  return sum
}

function costsOfPart(items: readonly Searchable[], part: Part): Float64Array {
  const costs = new Float64Array(items.length)
  items.forEach((item, place) => {
    costs[place] = partCost(item, part)
  })
  return costs
}

/**
 * What it costs to take each item for what was meant; infinite where it does not fit. Every part must be found: in the
 * code, in a word of any language, in a Russian stem, in Chinese characters, in pinyin or initials, or in the heading
 * above.
 */
export function codeCosts(items: readonly Searchable[], query: CodeQuery): Float64Array {
  const ofParts = query.parts.map((part) => costsOfPart(items, part))
  const costs = new Float64Array(items.length)
  items.forEach((item, place) => {
    const cost = Math.min(codeCost(item, query.code), wordsCost(ofParts, place, item.above))
    costs[place] = cost < none ? cost + tieCost(item) : none
  })
  return costs
}

/** The places of the least costs, the least first, of those that are offered; at most `limit`, which is small. */
export function bestPlaces(
  costs: Float64Array,
  isOffered: (place: number) => boolean,
  limit: number,
): readonly number[] {
  const best: { readonly place: number; readonly cost: number }[] = []
  costs.forEach((cost, place) => {
    const last = best.length < limit ? none : (best.at(-1)?.cost ?? none)
    if (cost >= last || !isOffered(place)) return
    const after = best.findLastIndex((each) => each.cost <= cost)
    best.splice(after + 1, 0, { place, cost })
    if (best.length > limit) best.pop()
  })
  return best.map(({ place }) => place)
}
