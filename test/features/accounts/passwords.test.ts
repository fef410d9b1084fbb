import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '@shared/contract/result'
import { mustBeStrong } from '../../../electron/features/accounts/password-policy'
import {
  hashPassword,
  isOutdated,
  isPassword,
  oneTimePassword,
} from '../../../electron/features/accounts/passwords'

const words = ['Степные Ворота', 'Steppe Gate', '草原门园区', 'zhuldyz', 'Айгуль Садыкова']

function reason(password: string, current?: string): unknown {
  try {
    mustBeStrong(password, current === undefined ? { words } : { words, current })
    return undefined
  } catch (error) {
    return error instanceof AppError ? error.params['reason'] : error
  }
}

describe('which passwords are taken', () => {
  test.each([
    ['correct horse', undefined],
    ['тихая река утром', undefined],
    ['一只绿色卡车开过', undefined],
    ['Tr0ub4dor&3', undefined],
    ['        x        ', undefined],
    [`${'long '.repeat(25)}abc`, undefined],
    ['1234567', 'short'],
    ['密码密码密码密', 'short'],
    [`${'long '.repeat(25)}abcd`, 'long'],
    ['password', 'common'],
    ['Password2026!', 'common'],
    ['QWERTYUIOP', 'common'],
    ['йцукенгш', 'common'],
    ['Наташа1990', 'common'],
    ['woaini1314', 'common'],
    ['gfhjkm123456', 'common'],
    ['ｐａｓｓｗｏｒｄ', 'common'],
    ['aaaaaaaaaa', 'common'],
    ['abcabcabcabc', 'common'],
    ['abcdefghij', 'common'],
    ['98765432', 'common'],
    ['Parkdesk1!', 'context'],
    ['steppe gate 1', 'context'],
    ['SteppeGate77', 'context'],
    ['ZHULDYZ-1990', 'context'],
    ['Садыкова12', 'context'],
    ['草原门园区2026', 'context'],
  ])('%s: %s', (password, expected) => {
    expect(reason(password)).toBe(expected)
  })

  test('not the one there is already', () => {
    expect(reason('correct horse', 'correct horse')).toBe('same')
  })

  test('a name in a longer sentence is no harm', () => {
    expect(reason('zhuldyz counts nine lorries')).toBeUndefined()
  })

  test('whatever is typed is judged and never cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const length = [...text.normalize('NFKC')].length
        const found = reason(text)
        if (length < 8) expect(found).toBe('short')
        else if (length > 128) expect(found).toBe('long')
        else expect([undefined, 'common', 'context']).toContain(found)
      }),
    )
  })
})

describe('what is kept of a password', () => {
  test(
    'is a salted scrypt hash at the cost of today, that only the password fits',
    { timeout: 60_000 },
    async () => {
      const password = 'Ünïcode ключ 钥匙'
      const [record, other] = await Promise.all([hashPassword(password), hashPassword(password)])
      expect(record).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u)
      expect(record).not.toBe(other)
      expect(isOutdated(record)).toBe(false)
      expect(await isPassword(password, record)).toBe(true)
      expect(await isPassword(password.normalize('NFD'), record)).toBe(true)
      expect(await isPassword(password.toLowerCase(), record)).toBe(false)
      expect(await isPassword(`${password} `, record)).toBe(false)
    },
  )

  test('of a cheaper time is still read and said to be outdated', async () => {
    // scrypt of RFC 7914's kind at N = 2^14, made with another implementation (Python's hashlib).
    const record = '$scrypt$ln=14,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$Phm8+ZUCiMp+/FIG3US28kbpEuS9+CHonKmw0hiCrhM'
    expect(isOutdated(record)).toBe(true)
    expect(await isPassword('nine green lorries', record)).toBe(true)
    expect(await isPassword('nine green lorrie', record)).toBe(false)
  })

  test('that is damaged is an error and not a way in', async () => {
    await expect(isPassword('', '$scrypt$ln=17,r=8,p=1$$')).rejects.toThrow('not a password record')
    expect(await isPassword('', undefined)).toBe(false)
  })

  test('a one-time password is long, random and easy to read out', () => {
    const made = new Set(Array.from({ length: 200 }, oneTimePassword))
    expect(made.size).toBe(200)
    for (const password of made) {
      expect(password).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/u)
      expect(reason(password)).toBeUndefined()
    }
  })
})
