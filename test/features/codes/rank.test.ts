import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesAbove, codeTime, labelIn, normaliseCode } from '@shared/features/codes/code'
import { bestPlaces, codeCosts, prepareQuery, type Searchable } from '@shared/features/codes/rank'

const item = (code: string, text: string, parts: Partial<Searchable> = {}): Searchable => ({
  code,
  text: `| ${text.split('; ').join(' | ')} |`,
  han: '',
  stems: '',
  pinyin: '',
  above: null,
  ...parts,
})

function order(items: readonly Searchable[], text: string): string[] {
  const query = prepareQuery(text, (word) => word.slice(0, 4))
  if (!query) return []
  return bestPlaces(codeCosts(items, query), () => true, 20).map((place) => items[place]?.code ?? '')
}

test('a code comes before a word, a whole label before its beginning, that before a word inside', () => {
  const items = [
    item('0001', 'flour of rice'),
    item('0002', 'rice flour'),
    item('0003', 'rice'),
    item('0004', 'ricecake'),
    item('rice', 'something else'),
    item('rice2', 'something else'),
  ]
  expect(order(items, 'rice')).toEqual(['rice', 'rice2', '0003', '0002', '0004', '0001'])
})

test('words below a heading are found by the heading’s, after those of their own', () => {
  const items = [item('1001', 'wheat'), item('100111', 'durum', { above: 0 }), item('2000', 'durum wheat')]
  expect(order(items, 'durum wheat')).toEqual(['2000', '100111'])
  expect(order(items, 'wheat')).toEqual(['1001', '2000', '100111'])
})

test('stems, characters, pinyin and initials count each in their column only', () => {
  const items = [
    item('0001', 'x', { stems: '| пшен |', han: '小麦粉', pinyin: ' |xiaomaifen |xmf maifen mf ' }),
  ]
  for (const text of ['пшеница', '小麦', '麦粉', 'xiaomai', 'maifen', 'xm', 'mf']) {
    expect(order(items, text), text).toEqual(['0001'])
  }
  for (const text of ['m', 'aomai', '麦小', 'рожь']) expect(order(items, text), text).toEqual([])
})

test('the best few are the first of all in order, whatever is offered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.POSITIVE_INFINITY)), {
        maxLength: 60,
      }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (costs, limit, every) => {
        const isOffered = (place: number) => place % every === 0
        const whole = costs
          .map((cost, place) => ({ cost, place }))
          .filter(({ cost, place }) => cost < Number.POSITIVE_INFINITY && isOffered(place))
          .sort((one, other) => one.cost - other.cost || one.place - other.place)
        expect(bestPlaces(Float64Array.from(costs), isOffered, limit)).toEqual(
          whole.slice(0, limit).map(({ place }) => place),
        )
      },
    ),
  )
})

test('whatever is typed is looked for without an error, and a label is found by each of its words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (text) => {
      expect(Array.isArray(order([item('0001', 'wheat')], text))).toBe(true)
    }),
  )
})

test('a day decides whether a code is valid; both bounds belong to it', () => {
  const bounds = { from: '2026-01-01', to: '2026-12-31' }
  expect(
    ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => codeTime(bounds, day)),
  ).toEqual(['later', 'valid', 'valid', 'over'])
  expect(codeTime({ from: null, to: null }, '0001-01-01')).toBe('valid')
})

test('a missing label is English first, then any other', () => {
  expect(labelIn({ zh: null, ru: null, en: 'A' }, 'zh')).toEqual({
    text: 'A',
    language: 'en',
    isFallback: true,
  })
  expect(labelIn({ zh: null, ru: 'Б', en: null }, 'zh')).toEqual({
    text: 'Б',
    language: 'ru',
    isFallback: true,
  })
  expect(labelIn({ zh: '甲', ru: null, en: 'A' }, 'zh')).toMatchObject({ text: '甲', isFallback: false })
})

test('a goods code is the same with dots and spaces; other codes keep their signs', () => {
  expect(normaliseCode('hs', ' １００１.19 000 0 ')).toBe('1001190000')
  expect(normaliseCode('transportDocument', 'cim-smgs')).toBe('CIM-SMGS')
  expect(codesAbove('hs', '1001190000')).toEqual(['10011900', '100119', '1001', '10'])
  expect(codesAbove('unit', 'KGM')).toEqual([])
})
