import { describe, expect, test } from 'vitest'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { CodeHit, KnownCode } from '@shared/features/codes/codes.contract'
import { memoryPark } from '../../support/park'
import { bridge, type TestBridge } from '../../support/router'

async function found({ ask }: TestBridge, list: CodebookName, text: string, at?: string): Promise<string[]> {
  const hits = await ask<readonly CodeHit[]>('codes.find', {
    list,
    text,
    ...(at === undefined ? {} : { at }),
  })
  return hits.map(({ code }) => code)
}

describe('the goods nomenclature is searched', () => {
  test.each([
    ['小麦', '1001'],
    ['麦', '1107'],
    ['wheat', '1001'],
    ['Wheat', '1001'],
    ['пшеница', '1001'],
    ['пшеницы', '1001'],
    ['ПШЕНИЦЕЙ', '1001'],
    ['xiaomai', '1001'],
    ['xiao mai', '1001'],
    ['xm', '1001'],
    ['1001', '1001'],
    ['10.01', '1001'],
    ['1001.19', '100119'],
    ['10', '10'],
    ['拖拉机', '8701'],
    ['tuolaji', '8701'],
    ['тракторы', '8701'],
    ['tractor', '8701'],
    ['мёд', '0409'],
    ['мед натуральный', '0409'],
    ['чай', '0902'],
    ['cha', '0902'],
    ['lv', '7605'],
    ['цемент', '2523'],
    ['集装箱', '8609'],
  ])('%s leads to %s', async (text, code) => {
    const codes = await found(bridge(memoryPark()), 'hs', text)
    expect(codes.slice(0, 3), codes.join(' ')).toContain(code)
  })

  test.each(['小麦', 'wheat', 'пшеница', 'xiaomai', '1001'])(
    '%s leads to 1001 first of all',
    async (text) => {
      expect((await found(bridge(memoryPark()), 'hs', text))[0]).toBe('1001')
    },
  )

  test('subheadings are found by the words of their heading in languages they have no label in', async () => {
    expect(await found(bridge(memoryPark()), 'hs', '小麦 durum')).toContain('100111')
    expect(await found(bridge(memoryPark()), 'hs', 'пшеница seed')).toContain('100111')
  })

  test('every part must be found, and nothing that is not there is', async () => {
    expect(await found(bridge(memoryPark()), 'hs', 'wheat locomotive')).toEqual([])
    expect(await found(bridge(memoryPark()), 'hs', 'qqqqzz')).toEqual([])
    expect(await found(bridge(memoryPark()), 'hs', '龘')).toEqual([])
  })

  test('without a text the list begins; sections are not offered', async () => {
    const codes = await found(bridge(memoryPark()), 'hs', '')
    expect(codes.slice(0, 3)).toEqual(['01', '0101', '010121'])
    expect((await found(bridge(memoryPark()), 'hs', 'textile')).every((code) => /^\d/.test(code))).toBe(true)
  })

  test('a hit says what it lies below', async () => {
    const [hit] = await bridge(memoryPark()).ask<readonly CodeHit[]>('codes.find', {
      list: 'hs',
      text: '100119',
    })
    expect(hit?.path.map(({ code }) => code)).toEqual(['II', '10', '1001'])
  })
})

test.each([
  ['borderPoint', '霍尔果斯', 'KHORGOS'],
  ['borderPoint', 'huoerguosi', 'KHORGOS'],
  ['borderPoint', 'hegs', 'KHORGOS'],
  ['borderPoint', 'хоргос', 'KHORGOS'],
  ['borderPoint', 'cnhrs', 'KHORGOS'],
  ['borderPoint', 'достык', 'ALASHANKOU'],
  ['borderPoint', 'Brest', 'BREST'],
  ['incoterm', 'fca', 'FCA'],
  ['incoterm', '离岸价', 'FOB'],
  ['procedure', '78', '78'],
  ['procedure', 'свободная зона', '78'],
  ['supervisionMode', '一般', '0110'],
  ['supervisionMode', 'ybmy', '0110'],
  ['containerType', '40hc', '45G1'],
  ['unit', 'кг', 'KGM'],
  ['unit', '千克', 'KGM'],
  ['documentType', 'инвойс', 'INV'],
  ['transportDocument', 'СМГС', 'SMGS'],
  ['wagonType', 'полувагон', 'GONDOLA'],
  ['milestone', '到站', 'ARD'],
  ['legalCategory', 'арбитраж', 'ARBITRATION'],
  ['valuationMethod', '成交', '1'],
] as const)('in %s, %s leads to %s', async (list, text, code) => {
  const codes = await found(bridge(memoryPark()), list, text)
  expect(codes.slice(0, 4), codes.join(' ')).toContain(code)
})

describe('what is known of a code', () => {
  const known = async (list: CodebookName, ...codes: string[]) =>
    bridge(memoryPark()).ask<readonly KnownCode[]>('codes.labels', { list, codes })

  test('that is in the list, however it was written', async () => {
    const [entry] = await known('hs', '1001.19')
    expect(entry).toMatchObject({ code: '100119', standing: 'listed', time: 'valid', hidden: false })
    expect(entry?.entry?.labels.en).toContain('durum')
  })

  test('a national goods code lies below its subheading, also where only eight digits are known', async () => {
    const [entry, odd, none] = await known('hs', '1001 19 000 0', '10019999', '1001')
    expect(entry).toMatchObject({ code: '1001190000', standing: 'below', entry: null })
    expect(entry?.path.map(({ code }) => code)).toEqual(['II', '10', '1001', '100119'])
    expect(odd).toMatchObject({ code: '10019999', standing: 'below' })
    expect(none).toMatchObject({ standing: 'listed' })
  })

  test('a code whose first six digits are not there is unknown, but its heading is told', async () => {
    const [entry] = await known('hs', '1001550000')
    expect(entry).toMatchObject({ standing: 'unknown', entry: null })
    expect(entry?.path.at(-1)?.code).toBe('1001')
    expect((await known('hs', '9999999999'))[0]).toMatchObject({ standing: 'unknown', path: [] })
    expect((await known('incoterm', 'xyz'))[0]).toMatchObject({ code: 'XYZ', standing: 'unknown' })
  })
})

test('a text of any kind is answered', async () => {
  const { ask } = bridge(memoryPark())
  for (const text of ['"', '%_', '....', '()', '|', '| ', '😀', 'ü', "xi'an", '\u0000', ' ', 'a'.repeat(100)])
    expect(Array.isArray(await ask('codes.find', { list: 'hs', text })), text).toBe(true)
})
