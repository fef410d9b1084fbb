import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  declarationNumberProblem,
  documentNumberProblem,
  goodsCodeProblem,
  procedureParts,
  unitNumberProblem,
} from '@shared/features/details/numbers'
import { makeContainer } from '@shared/kernel/identifiers'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const day = fc.date({
  min: new Date(Date.UTC(2000, 0, 1)),
  max: new Date(Date.UTC(2099, 11, 31)),
  noInvalidDate: true,
})
const ddmmyy = day.map((date) => {
  const [year = '', month = '', dayOfMonth = ''] = date.toISOString().slice(0, 10).split('-')
  return `${dayOfMonth}${month}${year.slice(2)}`
})

describe('the number of a declaration', () => {
  test('of Russia is office/ddmmyy/number with a real day', () => {
    fc.assert(
      fc.property(digits(8), ddmmyy, digits(7), fc.option(digits(2)), (office, date, number, item) => {
        const whole = [office, date, number, ...(item === null ? [] : [item])].join('/')
        expect(declarationNumberProblem('RU', whole)).toBeUndefined()
        expect(declarationNumberProblem('RU', ` ${whole.replaceAll('/', ' / ')} `)).toBeUndefined()
        expect(declarationNumberProblem('RU', whole.slice(1))).toEqual({
          problem: 'shape',
          allowed: 'eaeuRu',
        })
        expect(declarationNumberProblem('CN', whole)).toEqual({ problem: 'shape', allowed: 'cn' })
      }),
    )
    expect(declarationNumberProblem('RU', '10704010/150326/0001234')).toBeUndefined()
    expect(declarationNumberProblem('RU', '10704010/310226/0001234')).toEqual({
      problem: 'date',
      allowed: 'eaeuRu',
    })
    expect(declarationNumberProblem('RU', '10704010/151326/0001234')).toMatchObject({ problem: 'date' })
  })

  test('of the other states of the EAEU begins with their shorter office codes', () => {
    expect(declarationNumberProblem('KZ', '55302/150326/0001234')).toBeUndefined()
    expect(declarationNumberProblem('AM', '05/150326/0001234')).toBeUndefined()
    expect(declarationNumberProblem('KZ', '553/150326/0001234')).toEqual({
      problem: 'shape',
      allowed: 'eaeu',
    })
  })

  test('of China has 18 digits with the year and the direction', () => {
    expect(declarationNumberProblem('CN', '223120220000123456')).toBeUndefined()
    expect(declarationNumberProblem('CN', '２２３１20221000123456')).toBeUndefined()
    for (const wrong of [
      '22312022000012345',
      '223119220000123456',
      '2231202220001234567',
      '223120222000123456',
    ])
      expect(declarationNumberProblem('CN', wrong)).toEqual({ problem: 'shape', allowed: 'cn' })
  })

  test('of another territory, or of none, is nobody’s to judge', () => {
    for (const territory of ['UZ', 'IR', null, undefined, 7])
      expect(declarationNumberProblem(territory, 'anything 1')).toBeUndefined()
  })
})

describe('the number of a transport document', () => {
  test('an air waybill’s last digit is the remainder by 7 of the seven before it', () => {
    fc.assert(
      fc.property(digits(3), digits(7), fc.integer({ min: 0, max: 9 }), (airline, serial, last) => {
        const right = String(Number(serial) % 7)
        const found = documentNumberProblem('AWB', `${airline}-${serial}${last}`)
        expect(found).toEqual(String(last) === right ? undefined : { problem: 'checkDigit', expected: right })
      }),
    )
    expect(documentNumberProblem('AWB', '555-1234')).toEqual({ problem: 'shape', allowed: 'awb' })
  })

  test('a TIR carnet has letters and digits, other papers are numbered as one likes', () => {
    expect(documentNumberProblem('TIR', 'XB 81234567')).toBeUndefined()
    expect(documentNumberProblem('TIR', '81234567')).toEqual({ problem: 'shape', allowed: 'tir' })
    for (const kind of ['SMGS', 'CMR', 'BL', null]) expect(documentNumberProblem(kind, '1/2')).toBeUndefined()
  })
})

describe('the number of a unit', () => {
  test('a container with one wrong digit at the end is told the right one', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, off) => {
        let state = seed >>> 0
        const random = () => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0
          return state / 2 ** 32
        }
        const right = makeContainer(random)
        const digit = right.slice(-1)
        const wrong = right.slice(0, -1) + String((Number(digit) + off) % 10)
        expect(unitNumberProblem('container', right)).toBeUndefined()
        expect(unitNumberProblem('container', wrong)).toEqual({ problem: 'checkDigit', expected: digit })
      }),
    )
    expect(unitNumberProblem('container', 'ABC')).toEqual({ problem: 'shape', allowed: 'container' })
  })

  test('a wagon of eight digits is told the digit that fits', () => {
    fc.assert(
      fc.property(digits(7), (body) => {
        const fitting = Array.from({ length: 10 }, (_, last) => `${body}${last}`).filter(
          (number) => unitNumberProblem('wagon', number) === undefined,
        )
        expect(fitting).toHaveLength(1)
        const right = (fitting[0] ?? '').slice(-1)
        const wrong = `${body}${(Number(right) + 3) % 10}`
        expect(unitNumberProblem('wagon', wrong)).toEqual({ problem: 'checkDigit', expected: right })
      }),
    )
  })

  test('a vehicle has a plate in any script', () => {
    for (const plate of ['А 123 ВС 77', '粤B·12345', '01 KG 123 ABC', 'AB-123/CD'])
      expect(unitNumberProblem('vehicle', plate.replace('·', ''))).toBeUndefined()
    expect(unitNumberProblem('vehicle', '?')).toEqual({ problem: 'shape', allowed: 'plate' })
  })
})

test('a goods code of a declaration has 6, 8, 10 or 13 digits of a chapter there is', () => {
  for (const code of ['848210', '84821010', '8482 10 9008', '8482109008123'])
    expect(goodsCodeProblem(code)).toBeUndefined()
  for (const code of ['8482', '99', '774821', '84821', 'abcdef'])
    expect(goodsCodeProblem(code)).toEqual({ problem: 'shape', allowed: 'hs' })
})

test('box 37 is taken apart into its three codes', () => {
  expect(procedureParts('40 00 000')).toEqual(['40', '00', '000'])
  expect(procedureParts('4000000')).toEqual(['40', '00', '000'])
  expect(procedureParts('40')).toBeUndefined()
})
