import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partNames, parts } from '@shared/features/details/parts'
import { declaration } from '@shared/features/details/declaration'
import { afterAction } from '../../renderer/features/details/details-state'
import { pastedRows, pastedText } from '../../renderer/features/details/line-paste'
import {
  asContent,
  flattened,
  newLine,
  rawDetails,
  readDetails,
  unflattened,
} from '../../renderer/features/details/raw-details'
import { anyContent } from '../features/details/contents'

const zone = 'Asia/Almaty'
const seesAll = { zone, isHidden: () => false }

describe.each(partNames)('the form of a %s', (name) => {
  const part = parts[name]

  test('stands for what it was given, and so does its draft', () => {
    fc.assert(
      fc.property(anyContent(part), (content) => {
        // Forms show minutes.
        const toMinutes = (values: Readonly<Record<string, unknown>>) =>
          Object.fromEntries(
            Object.entries(values).map(([field, value]) => [
              field,
              field.endsWith('At') && typeof value === 'number' ? value - (value % 60_000) : value,
            ]),
          )
        const raw = rawDetails(part, content, zone)
        const kept = unflattened(part, flattened(raw))
        for (const each of [raw, kept]) {
          const { content: read, problems } = readDetails(part, each, seesAll)
          expect(problems).toEqual([])
          expect(read.head).toEqual(toMinutes(content.head))
          for (const { name: list } of part.lists)
            expect(read.lines[list]).toEqual(
              content.lines[list]?.map(({ line, values }) => ({ line, values: toMinutes(values) })),
            )
        }
      }),
      { numRuns: 50 },
    )
  })
})

test('a blank line is no line, and what is said of the others stays with them', () => {
  const raw = {
    head: {},
    lists: {
      goodsLines: [newLine({ description: 'a' }), newLine(), newLine({ hsCode: '84', netWeight: 'much' })],
    },
  }
  const reading = readDetails(declaration, raw, seesAll)
  expect(reading.content.lines['goodsLines']).toHaveLength(2)
  expect(reading.problems).toMatchObject([
    { path: 'lines.goodsLines.2.description', code: 'required' },
    { path: 'lines.goodsLines.2.netWeight', code: 'invalid_number' },
  ])
  expect(reading.inForm('lines.goodsLines.1.hsCode')).toBe('lines.goodsLines.2.hsCode')
  expect(reading.inForm('head.currency')).toBe('head.currency')
  expect(asContent(reading).lines['goodsLines']?.map(({ line }) => line)).toEqual([1, 2])
})

test('what somebody may not see is not sent at all', () => {
  const isHidden = (_specs: unknown, field: string) => field === 'value' || field === 'invoiceTotal'
  const raw = { head: { declarant: 'A' }, lists: { goodsLines: [newLine({ description: 'a' })] } }
  const { content } = readDetails(declaration, raw, { zone, isHidden })
  expect(content.head).not.toHaveProperty('invoiceTotal')
  expect(content.lines['goodsLines']?.[0]?.values).not.toHaveProperty('value')
})

test('the seven digits of box 37 go where each belongs', () => {
  const raw = afterAction({ head: {}, lists: {} }, { do: 'head', field: 'procedure', value: '40 00 000' })
  expect(raw.head).toEqual({ procedure: '40', previousProcedure: '00', movementFeature: '000' })
})

describe('rows pasted from a spreadsheet', () => {
  test('are rows and cells; a text of one cell is none', () => {
    expect(pastedRows('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(pastedRows('a\tb')).toEqual([['a', 'b']])
    expect(pastedRows('"say ""a"""\tb')).toEqual([['say "a"', 'b']])
    expect(pastedRows('one cell')).toBeUndefined()
  })

  test('are read as the window’s language writes them', () => {
    const goods = declaration.lists[0].fields
    expect(pastedText(goods.grossWeight, '1 234,5', true)).toBe('1234.5')
    expect(pastedText(goods.grossWeight, '1,234.5', false)).toBe('1234.5')
    expect(pastedText(goods.dutyRate, '5%', false)).toBe('5')
    expect(pastedText(goods.origin, 'Китай', true)).toBe('CN')
    expect(pastedText(goods.origin, '中国', true)).toBe('CN')
    expect(pastedText(goods.origin, 'Atlantis', false)).toBe('Atlantis')
    expect(pastedText(declaration.head.invoiceDate, '15.03.2026', true)).toBe('2026-03-15')
  })
})
