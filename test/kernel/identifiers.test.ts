import {
  checkContainer,
  checkHsCode,
  checkRegistrationNumber,
  checkWagon,
  makeContainer,
  makeRegistrationNumber,
  normaliseIdentifier,
  type RegistrationCountry,
  registrationCountries,
} from '@shared/kernel/identifiers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invalidNumbers, validContainers, validNumbers, validWagons } from './identifier-vectors'

/** Numbers in [0, 1) from fast-check, so that a failing number can be shrunk and repeated. */
const random = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => () => Number(stream.next().value))

const changed = (text: string, index: number, step: number) =>
  text.slice(0, index) + String((Number(text.charAt(index)) + step) % 10) + text.slice(index + 1)

describe('registration numbers', () => {
  test.each(validNumbers)('%s %s is right (%s)', (country, number, scheme) => {
    expect(checkRegistrationNumber(country, number)).toEqual({ status: 'ok', scheme, normalised: number })
  })

  test.each(invalidNumbers)('%s %s is wrong: %s', (country, number, problem) => {
    expect(checkRegistrationNumber(country, number)).toMatchObject({ problem })
  })

  test('spaces, dashes, full-width digits and lower case do not matter', () => {
    expect(checkRegistrationNumber('CN', ' 9133 0100 7996 5505 8b ').status).toBe('ok')
    expect(checkRegistrationNumber('KZ', '０２０２４００００５５５').normalised).toBe('020240000555')
    expect(checkRegistrationNumber('PK', '0711554-7').status).toBe('ok')
  })

  test('a Belarusian number typed with Cyrillic letters is the one with Latin letters', () => {
    expect(checkRegistrationNumber('BY', 'МА1953684')).toEqual(checkRegistrationNumber('BY', 'MA1953684'))
    expect(checkRegistrationNumber('BY', 'МА1953684').status).toBe('ok')
  })

  test('a Pakistani number that misses the unofficial rule is only doubted', () => {
    expect(checkRegistrationNumber('PK', '41749414')).toMatchObject({
      status: 'warn',
      problem: 'check_digit',
    })
    expect(checkRegistrationNumber('PK', '4174941').status).toBe('ok')
  })

  test('a Kyrgyz number with an impossible date is only doubted', () => {
    expect(checkRegistrationNumber('KG', '03002202510141')).toMatchObject({
      status: 'warn',
      problem: 'shape',
    })
  })

  test('of a country without known rules, or none, a number is only doubted', () => {
    for (const country of ['DE', undefined, '']) {
      const check = checkRegistrationNumber(country, 'HRB 12-345')
      expect(check).toEqual({
        status: 'warn',
        scheme: 'unknown',
        normalised: 'HRB12345',
        problem: 'unknown_country',
      })
    }
  })

  test.each(registrationCountries)('%s: other lengths have the wrong shape', (country) => {
    for (const text of ['', '12345', '1'.repeat(25)]) {
      expect(checkRegistrationNumber(country, text)).toMatchObject({ status: 'error', problem: 'shape' })
    }
  })
})

describe('numbers made for sample data', () => {
  test.each(registrationCountries)('%s: every one is right', (country) => {
    fc.assert(
      fc.property(random, (next) => {
        expect(checkRegistrationNumber(country, makeRegistrationNumber(country, next)).status).toBe('ok')
      }),
    )
  })

  test('a stuck source of random numbers still gives right numbers', () => {
    for (const value of [0, 0.5, 0.999_999]) {
      for (const country of registrationCountries) {
        const made = makeRegistrationNumber(country, () => value)
        expect(checkRegistrationNumber(country, made).status).toBe('ok')
      }
    }
  })

  test('every container is right', () => {
    fc.assert(
      fc.property(random, (next) => {
        expect(checkContainer(makeContainer(next)).status).toBe('ok')
      }),
    )
  })
})

test('a misfit of the unofficial Belarusian and Pakistani rules is doubted, not an error', () => {
  expect(checkRegistrationNumber('BY', '600122611')).toMatchObject({ status: 'warn', problem: 'check_digit' })
  expect(checkRegistrationNumber('PK', '41749414')).toMatchObject({ status: 'warn', problem: 'check_digit' })
})

describe('a mistyped digit is found', () => {
  const guaranteed = ['CN', 'BY', 'IN'] as const satisfies readonly RegistrationCountry[]

  test.each(guaranteed)('%s: wherever it is', (country) => {
    fc.assert(
      fc.property(random, fc.nat(30), fc.integer({ min: 1, max: 9 }), (next, place, step) => {
        const made = makeRegistrationNumber(country, next)
        const digits = [...made].flatMap((character, index) => (/\d/u.test(character) ? [index] : []))
        const index = digits[place % digits.length] ?? 0
        expect(checkRegistrationNumber(country, changed(made, index, step)).problem).toBeDefined()
      }),
    )
  })

  test.each(['RU', 'KZ', 'IR'] as const)('%s: if it is the check digit', (country) => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 9 }), (next, step) => {
        const made = makeRegistrationNumber(country, next)
        expect(checkRegistrationNumber(country, changed(made, made.length - 1, step)).problem).toBe(
          'check_digit',
        )
      }),
    )
  })

  test.each(validWagons)('wagon %s: wherever it is', (wagon) => {
    for (const index of wagon.split('').keys()) {
      for (let step = 1; step <= 9; step += 1) {
        expect(checkWagon(changed(wagon, index, step))).toMatchObject({
          status: 'error',
          problem: 'check_digit',
        })
      }
    }
  })

  test('container: if it is the check digit', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 9 }), (next, step) => {
        expect(checkContainer(changed(makeContainer(next), 10, step)).problem).toBe('check_digit')
      }),
    )
  })
})

describe('containers', () => {
  test.each(validContainers)('%s is right', (container) => {
    expect(checkContainer(container)).toEqual({ status: 'ok', scheme: 'iso6346', normalised: container })
  })

  test.each([
    ['CSQU3054384', 'check_digit'],
    ['TCLU4265447', 'check_digit'],
    ['CSQX3054383', 'shape'],
    ['CSQU305438', 'shape'],
    ['', 'shape'],
  ])('%j is wrong: %s', (container, problem) => {
    expect(checkContainer(container)).toMatchObject({ status: 'error', problem })
  })

  test('spaces, a dash before the check digit and Cyrillic look-alikes do not matter', () => {
    expect(checkContainer('csqu 305438-3').normalised).toBe('CSQU3054383')
    expect(checkContainer('ТЕХU 307007 9').status).toBe('ok')
  })
})

describe('wagons', () => {
  test.each(validWagons)('%s is right', (wagon) => {
    const scheme = wagon.length === 8 ? 'wagon8' : 'uic12'
    expect(checkWagon(wagon)).toEqual({ status: 'ok', scheme, normalised: wagon })
  })

  test('a UIC number may be written in its groups', () => {
    expect(checkWagon('21 81 2471 217-3')).toMatchObject({ status: 'ok', scheme: 'uic12' })
  })

  test.each(['5299132', '529913200', 'A2991320', ''])('%j is no wagon number', (wagon) => {
    expect(checkWagon(wagon)).toMatchObject({ status: 'error', problem: 'shape' })
  })
})

describe('goods codes', () => {
  test.each(['84', '8542', '854231', '8542.31', '8542 31 900 0', '8542319000', '8542319000101', '01'])(
    '%s has the shape of one',
    (code) => {
      expect(checkHsCode(code).status).toBe('ok')
    },
  )

  test.each(['', '8', '854', '770000', '000000', '980000', '85423A', '85423190001'])('%j has not', (code) => {
    expect(checkHsCode(code)).toMatchObject({ status: 'error', problem: 'shape' })
  })
})

test('an identifier already normalised stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const once = normaliseIdentifier(raw)
      expect(normaliseIdentifier(once)).toBe(once)
    }),
  )
})
