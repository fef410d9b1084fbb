import { codeEntries } from '../../kernel/code-lists'
import { compareKey, headerKey } from '../../kernel/text'

/** What a heading says of the numbers below it: a power of ten to the stored unit (kg, m²) or amount, and a currency. */
export type HeadingUnit = {
  readonly kind: 'mass' | 'area' | 'money'
  readonly exponent: number
  readonly currency: string | null
}

const units: readonly (readonly [HeadingUnit['kind'], exponent: number, words: readonly string[]])[] = [
  ['mass', 0, ['kg', 'kgs', 'kilogram', 'kilograms', 'кг', 'килограмм', '公斤', '千克']],
  ['mass', 3, ['t', 'ton', 'tons', 'tonne', 'tonnes', 'mt', 'т', 'тн', 'тонн', 'тонны', '吨', '公吨']],
  ['mass', -3, ['g', 'gram', 'grams', 'г', 'гр', 'грамм', '克']],
  ['mass', 2, ['ц', 'центнер', 'центнеров']],
  [
    'area',
    0,
    [
      'm2',
      'sqm',
      'sqmeters',
      'squaremetres',
      'squaremeters',
      'квм',
      'м2',
      'квметров',
      '平方米',
      '平米',
      '平方',
    ],
  ],
  ['area', 4, ['ha', 'hectare', 'hectares', 'га', 'гектар', 'гектаров', '公顷']],
]

const multiples: readonly (readonly [exponent: number, words: readonly string[]])[] = [
  [3, ['тысяч', 'тыс', 'thousand', 'thousands', 'ths', 'k', '1000', '千']],
  [6, ['миллионов', 'млн', 'million', 'millions', 'mln', 'mio', '百万']],
  [4, ['万']],
  [8, ['亿']],
]

const unitByKey = new Map<string, HeadingUnit>(
  units.flatMap(([kind, exponent, words]) =>
    words.map((word) => [headerKey(word), { kind, exponent, currency: null }] as const),
  ),
)

const currencyByKey = new Map<string, string>(
  codeEntries('currency').flatMap((entry) =>
    [entry.code, ...entry.zh, ...entry.ru, ...entry.en].map((word) => [headerKey(word), entry.code] as const),
  ),
)

/** The unit a piece of text names (`кг`, `тыс. руб.`, `万元`, `USD/month`), undefined where it names none. */
export function unitNamed(text: string): HeadingUnit | undefined {
  const key = headerKey(text.replace(/[/\s](?:month|mo|мес|месяц|月)\.?\s*$/iu, '').replace(/\/(?=月)/u, ''))
  const plain = unitByKey.get(key)
  if (plain !== undefined) return plain
  const currency = currencyByKey.get(key)
  if (currency !== undefined) return { kind: 'money', exponent: 0, currency }
  return multipleNamed(key)
}

function multipleNamed(key: string): HeadingUnit | undefined {
  for (const [exponent, words] of multiples) {
    const word = words.find((candidate) => key.startsWith(candidate))
    if (word === undefined) continue
    const rest = key.slice(word.length)
    const currency = currencyByKey.get(rest)
    if (rest === '' || currency !== undefined) return { kind: 'money', exponent, currency: currency ?? null }
  }
  return undefined
}

const endings = [
  /^(.+?)\s*[([]([^()[\]]+)[)\]]\s*$/u,
  /^(.+),\s*([^,]+)$/u,
  /^(.+?)\s+(?:in|в)\s+(\S+)$/u,
  /^(.+)\s+(\S+)$/u,
]

/** A heading without the unit behind it: `Вес брутто, кг` → `вес брутто` and kilograms. */
export function splitHeading(heading: string): {
  readonly base: string
  readonly unit: HeadingUnit | undefined
} {
  const line = compareKey(heading)
  for (const ending of endings) {
    const match = ending.exec(line)
    const unit = match?.[2] === undefined ? undefined : unitNamed(match[2])
    if (unit !== undefined) return { base: match?.[1] ?? line, unit }
  }
  return { base: line, unit: undefined }
}

/** The unit a heading names, also in one part of a heading in two languages (`毛重(吨) / Gross weight`). */
export function headingUnit(heading: string): HeadingUnit | undefined {
  const whole = splitHeading(heading).unit
  if (whole !== undefined) return whole
  for (const part of heading.split(/[/|\n]/u)) {
    const { unit } = splitHeading(part)
    if (unit !== undefined) return unit
  }
  return undefined
}
