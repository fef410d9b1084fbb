import { AppError } from '@shared/contract/result'
import {
  fromScaledInteger,
  fromSpreadsheetNumber,
  parseDecimal,
  toScaledInteger,
} from '@shared/kernel/parse-number'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const languages = [true, false, undefined]

describe('numbers that can only be read one way', () => {
  test.each([
    ['12,085.90', '12085.9'],
    ['12 085,90', '12085.9'],
    ['12085.9', '12085.9'],
    ['12\u00a0085,90', '12085.9'],
    ['12\u202f085,90', '12085.9'],
    ['12\u2009085,90', '12085.9'],
    ["12'085.90", '12085.9'],
    ['12’085.90', '12085.9'],
    ['12 085.900', '12085.9'],
    ['１２，０８５．９０', '12085.9'],
    ['۱۲٬۳۴۵٬۶۷۸٫۹۰', '12345678.9'],
    ['١٢٣', '123'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567', '1234567'],
    ['12,34,567.50', '1234567.5'],
    ['12,5', '12.5'],
    ['0,500', '0.5'],
    ['0.125', '0.125'],
    ['1234,567', '1234.567'],
    ['.5', '0.5'],
    ['007', '7'],
    ['0', '0'],
    ['-5', '-5'],
    ['- 5', '-5'],
    ['\u22125,5', '-5.5'],
    ['(1,234.50)', '-1234.5'],
    ['-0.00', '0'],
  ])('%s is %s in a file of any language', (written, value) => {
    for (const decimalComma of languages) {
      expect(parseDecimal(written, { decimalComma })).toEqual({ ok: true, value })
    }
  })
})

describe('numbers that can be read two ways', () => {
  test.each([
    ['1,234', '1.234', '1234'],
    ['1.234', '1234', '1.234'],
    ['-12,085', '-12.085', '-12085'],
    ['(１，２３４)', '-1.234', '-1234'],
  ])('%s is %s where the comma is the decimal sign, else %s', (written, withComma, withDot) => {
    expect(parseDecimal(written, { decimalComma: true })).toEqual({ ok: true, value: withComma })
    expect(parseDecimal(written, { decimalComma: false })).toEqual({ ok: true, value: withDot })
    expect(parseDecimal(written, { decimalComma: undefined })).toEqual({ ok: false })
  })
})

test('thousands never begin with a zero', () => {
  expect(parseDecimal('012,345', { decimalComma: false })).toEqual({ ok: false })
  expect(parseDecimal('012,345', { decimalComma: true })).toEqual({ ok: true, value: '12.345' })
})

describe('what is no number', () => {
  test.each([
    '',
    '-',
    '.',
    '5.',
    '--5',
    '-(5)',
    '(5',
    '5-',
    '$5',
    '5 kg',
    '1e5',
    '1 2345',
    '1,23,4',
    '1,234,56',
    '12,3456,789.0',
    '1.234 567',
    '1,234 567,8',
    '1,234.567,8',
    '1.2.3',
    '012,345,678',
    "1'234 567",
    '1٫2٫3',
    'Infinity',
    '12:30',
  ])('%j is refused', (written) => {
    for (const decimalComma of languages) {
      expect(parseDecimal(written, { decimalComma })).toEqual({ ok: false })
    }
  })
})

describe('exact units', () => {
  test.each([
    ['12.5', 2, 1250],
    ['-0.01', 2, -1],
    ['0', 2, 0],
    ['12.500', 1, 125],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
  ])('%s with scale %i is %i', (value, scale, units) => {
    expect(toScaledInteger(value, scale)).toBe(units)
  })

  test.each([
    ['12.505', 2],
    ['0.1', 0],
    ['90071992547409.92', 2],
    ['1e5', 2],
    ['1,5', 2],
  ])('%s with scale %i has no exact number of units', (value, scale) => {
    expect(toScaledInteger(value, scale)).toBeUndefined()
  })

  test('units written as a number and read again are the same units', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(9), (units, scale) => {
        expect(toScaledInteger(fromScaledInteger(units, scale), scale)).toBe(units === 0 ? 0 : units)
      }),
    )
  })
})

describe('spreadsheet numbers', () => {
  test.each([
    [833865.8500000001, '833865.85'],
    [0.1 + 0.2, '0.3'],
    [46078.58472222222, '46078.5847222222'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-12.5, '-12.5'],
    [-0, '0'],
  ])('%f is %s', (cell, value) => {
    expect(fromSpreadsheetNumber(cell)).toBe(value)
  })

  test('what is no finite number is refused', () => {
    expect(() => fromSpreadsheetNumber(Number.NaN)).toThrow(AppError)
    expect(() => fromSpreadsheetNumber(Number.POSITIVE_INFINITY)).toThrow('invalid_number')
  })

  test('cents survive the way through a spreadsheet', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (cents) => {
        expect(toScaledInteger(fromSpreadsheetNumber(cents / 100), 2)).toBe(cents === 0 ? 0 : cents)
      }),
    )
  })
})

describe('numbers written in the usual ways are read back', () => {
  const ways: readonly (readonly [string, string, boolean])[] = [
    [',', '.', false],
    ['\u00a0', ',', true],
    ['\u202f', ',', true],
    ['.', ',', true],
    ["'", '.', false],
    ['\u066c', '\u066b', false],
  ]

  test.each(ways)('grouping %j, decimal sign %j', (grouping, decimalSign, decimalComma) => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(6), (units, scale) => {
        const value = fromScaledInteger(units, scale)
        const [whole = '', fraction] = value.split('.')
        const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, grouping)
        const written = fraction === undefined ? grouped : grouped + decimalSign + fraction
        expect(parseDecimal(written, { decimalComma })).toEqual({ ok: true, value })
      }),
    )
  })

  test('Indian grouping', () => {
    const format = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 })
    fc.assert(
      fc.property(fc.integer({ min: 100_000 }), (number) => {
        const read = parseDecimal(format.format(number), { decimalComma: false })
        expect(read).toEqual({ ok: true, value: String(number) })
      }),
    )
  })
})
