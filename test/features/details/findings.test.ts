import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf, refusedProblems } from '@shared/features/details/findings'
import { emptyContent, type PartContent } from '@shared/features/details/part'
import { parts, type PartName } from '@shared/features/details/parts'
import { derivedFields, registerPatch, searchedTexts } from '@shared/features/details/summary'
import type { AnyValues } from '@shared/kernel/registers'

function content(
  part: PartName,
  head: AnyValues,
  lists: Readonly<Record<string, readonly AnyValues[]>> = {},
) {
  const empty = emptyContent(parts[part])
  const lines = Object.entries(lists).map(([name, rows]) => [
    name,
    rows.map((values, index) => ({ line: index + 1, values })),
  ])
  return {
    head: { ...empty.head, ...head },
    lines: { ...empty.lines, ...(Object.fromEntries(lines) as PartContent['lines']) },
  }
}

const found = (part: PartName, ...given: [AnyValues, Record<string, readonly AnyValues[]>?]) =>
  findingsOf(part, content(part, ...given)).map(({ path, code, refused, params }) => [
    path,
    code,
    refused,
    params,
  ])

describe('a declaration', () => {
  test('is released after it was declared, and has a number and a day by then', () => {
    expect(found('declaration', { declarationNo: '1', declaredAt: 200, releasedAt: 100 })).toEqual([
      ['head.releasedAt', 'order', true, { other: 'declaredAt' }],
    ])
    expect(found('declaration', { releasedAt: 100 }).map(([path, code]) => [path, code])).toEqual([
      ['head.declarationNo', 'required'],
      ['head.declaredAt', 'required'],
    ])
    expect(found('declaration', { declarationNo: '1' }).map(([path]) => path)).toEqual(['head.declaredAt'])
    expect(found('declaration', { declaredAt: 100 })).toEqual([])
  })

  test('weighs no more net than gross, in its head and in each of its goods', () => {
    const weights = { grossWeight: 1000, netWeight: 1001 }
    const goods = { description: 'a', ...weights }
    expect(
      found('declaration', weights, { goodsLines: [goods] }).filter(([, code]) => code !== 'sum'),
    ).toEqual([
      ['head.netWeight', 'netAboveGross', true, { gross: 1000, net: 1001 }],
      ['lines.goodsLines.0.netWeight', 'netAboveGross', true, { gross: 1000, net: 1001 }],
    ])
  })

  test('says both figures where the goods do not add up to its head, within a hundredth', () => {
    const figure = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -50, max: 50 }),
        (all, off) => {
          const sum = all.reduce((total, each) => total + each, 0)
          const stated = Math.max(0, sum + off)
          const goodsLines = all.map((grossWeight) => ({ description: 'a', grossWeight, value: grossWeight }))
          const head = { grossWeight: stated, invoiceTotal: stated, currency: 'CNY' }
          const differs = Math.abs(stated - sum)
          expect(found('declaration', head, { goodsLines })).toEqual([
            ...(differs > 10 ? [['head.grossWeight', 'sum', false, { sum, stated }]] : []),
            ...(differs > 1 ? [['head.invoiceTotal', 'sum', false, { sum, stated }]] : []),
          ])
        },
      ),
    )
  })

  test('is not added up while one of its goods has no figure', () => {
    const goodsLines: AnyValues[] = [{ description: 'a', grossWeight: 5 }, { description: 'b' }]
    expect(found('declaration', { grossWeight: 9000 }, { goodsLines })).toEqual([])
  })

  test('points out a value that is not quantity by price', () => {
    const goods = { description: 'a', quantity: 2_500, unitPrice: 1_004_000, value: 25_100 }
    const head = { currency: 'CNY' }
    expect(found('declaration', head, { goodsLines: [goods] })).toEqual([])
    expect(found('declaration', head, { goodsLines: [{ ...goods, value: 25_200 }] })).toEqual([
      ['lines.goodsLines.0.value', 'product', false, { product: 25_100, stated: 25_200 }],
    ])
  })

  test('needs a currency for every amount', () => {
    expect(found('declaration', { duty: 100 }).map(([path]) => path)).toEqual(['head.paymentCurrency'])
    expect(
      found('declaration', {}, { goodsLines: [{ description: 'a', value: 1 }] }).map(([path]) => path),
    ).toEqual(['head.currency'])
  })

  test('has the codes of its territory', () => {
    expect(found('declaration', { territory: 'RU', procedure: 'IM', movementFeature: '00' })).toEqual([
      ['head.procedure', 'shape', false, { allowed: 'procedure' }],
      ['head.movementFeature', 'shape', false, { allowed: 'movementFeature' }],
    ])
    expect(found('declaration', { territory: 'CN', procedure: 'IM', supervisionMode: '110' })).toEqual([
      ['head.supervisionMode', 'shape', false, { allowed: 'supervisionMode' }],
    ])
  })
})

describe('a shipment', () => {
  test('names a wrong check digit with the right one, and a container that is there twice', () => {
    const units = ['CSQU3054383', 'CSQU3054384', 'csqu 305438 3'].map((number) => ({
      kind: 'container',
      number,
    }))
    expect(found('shipment', {}, { transportUnits: units })).toEqual([
      ['lines.transportUnits.1.number', 'checkDigit', false, { expected: '3' }],
      ['lines.transportUnits.2.number', 'duplicate', false, { row: 1 }],
    ])
  })

  test('points out a milestone that was reached before an earlier one, whatever order they stand in', () => {
    const reached = (milestone: string, actualAt: number | null) => ({ milestone, actualAt })
    const milestones = [reached('CRS', 100), reached('DEP', 200), reached('DLY', 1), reached('ARB', null)]
    expect(found('shipment', {}, { milestones })).toEqual([
      ['lines.milestones.0.actualAt', 'milestoneOrder', false, { milestone: 'DEP', at: 200 }],
    ])
  })

  test('knows UN numbers and numbers of papers', () => {
    const cargoLines = ['1203', 'UN 1203', '12'].map((unNumber) => ({ description: 'a', unNumber }))
    expect(
      found('shipment', { transportDocument: 'AWB', documentNo: '555-12345670' }, { cargoLines }),
    ).toEqual([
      ['head.documentNo', 'checkDigit', false, { expected: String(1234567 % 7) }],
      ['lines.cargoLines.2.unNumber', 'shape', false, { allowed: 'un' }],
    ])
  })
})

test('an amount in dispute has a currency', () => {
  expect(refusedProblems('matter', content('matter', { amount: 1 }))).toMatchObject([
    { path: 'head.currency', code: 'required' },
  ])
})

describe('the register’s fields', () => {
  const goodsLines = [
    { description: 'Bearings', hsCode: '848210', grossWeight: 1000, value: 500 },
    { description: 'Seals', hsCode: '848410', grossWeight: 2000, value: 700 },
  ]

  test('say the first goods, the sum of the weights and the invoice’s total', () => {
    const head = { currency: 'USD', borderPoint: 'Khorgos', transportMode: 'rail' }
    expect(derivedFields('declaration', content('declaration', head, { goodsLines }))).toMatchObject({
      hsCode: '848210',
      goods: 'Bearings',
      grossWeight: 3000,
      declaredValue: 1200,
      currency: 'USD',
      borderPoint: 'Khorgos',
      transportMode: 'rail',
    })
  })

  test('keep what an import put there while the part is silent, and lose what only the part said', () => {
    const record = { goods: 'from the workbook', hsCode: '848210', borderPoint: 'Dostyk' }
    const old = content(
      'declaration',
      {},
      { goodsLines: [{ description: 'from the workbook', hsCode: '848210' }] },
    )
    const now = content('declaration', { transportMode: 'rail' })
    expect(registerPatch('declaration', record, old, now)).toEqual({
      goods: null,
      hsCode: null,
      transportMode: 'rail',
    })
    expect(registerPatch('declaration', { ...record, goods: 'changed since' }, old, now)).not.toHaveProperty(
      'goods',
    )
  })

  test('hold the first container, or the first wagon where goods go without one', () => {
    const wagon = { kind: 'wagon', number: '52345677' }
    const box = { kind: 'container', number: 'CSQU3054383' }
    const of = (...transportUnits: AnyValues[]) =>
      derivedFields('shipment', content('shipment', {}, { transportUnits }))['container']
    expect(of(wagon, box)).toBe('CSQU3054383')
    expect(of(wagon)).toBe('52345677')
    expect(of()).toBeNull()
  })
})

test('a request is found by its numbers as written, without signs between, and by a container without its owner', () => {
  const declared = content('declaration', { declarationNo: '10704010/150326/0001234', invoiceNo: 'INV-7' })
  expect(searchedTexts(declared)).toEqual([
    '10704010/150326/0001234',
    '107040101503260001234',
    'INV-7',
    'INV7',
  ])
  const transportUnits = [{ kind: 'container', number: 'csqu 305438-3' }]
  expect(searchedTexts(content('shipment', {}, { transportUnits }))).toEqual([
    'csqu 305438-3',
    'CSQU3054383',
    'CSQU 3054383',
  ])
})
