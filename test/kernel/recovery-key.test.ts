import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatRecoveryKey, parseRecoveryKey, recoveryKeyBytes } from '@shared/kernel/recovery-key'

const keys = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery key on paper', () => {
  test('is seven groups of five signs without those that are easily mistaken', () => {
    fc.assert(
      fc.property(keys, (bytes) => {
        expect(formatRecoveryKey(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/u)
      }),
    )
  })

  test('is read back whatever the case, the spaces and the signs that look alike', () => {
    const ways = [
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('-', ' '),
      (text: string) => `  ${text.replaceAll('-', '')}\n`,
      (text: string) => text.replaceAll('-', '–').replaceAll('0', 'o').replaceAll('1', 'l'),
      (text: string) =>
        text.replaceAll('0', 'О').replaceAll('1', 'I').replaceAll('A', 'а').replaceAll('C', 'С'),
      (text: string) =>
        text.replaceAll(/[0-9A-Z]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
    ]
    fc.assert(
      fc.property(keys, fc.constantFrom(...ways), (bytes, way) => {
        expect(parseRecoveryKey(way(formatRecoveryKey(bytes)))).toEqual(bytes)
      }),
    )
  })

  test('is no key with any one sign wrong', () => {
    fc.assert(
      fc.property(keys, fc.nat(34), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const signs = [...formatRecoveryKey(bytes).replaceAll('-', '')]
        signs[at] = alphabet.charAt((alphabet.indexOf(signs[at] ?? '') + by) % 32)
        expect(parseRecoveryKey(signs.join(''))).toBeNull()
      }),
    )
  })

  test('is no key with two neighbours exchanged', () => {
    fc.assert(
      fc.property(keys, fc.nat(33), (bytes, at) => {
        const signs = [...formatRecoveryKey(bytes).replaceAll('-', '')]
        const [left = '', right = ''] = signs.slice(at, at + 2)
        fc.pre(left !== right)
        signs.splice(at, 2, right, left)
        expect(parseRecoveryKey(signs.join(''))).toBeNull()
      }),
    )
  })

  test('is no key when anything else is typed', () => {
    for (const text of ['', 'password', 'U'.repeat(35), '0'.repeat(35), '0'.repeat(36)])
      expect(parseRecoveryKey(text)).toBeNull()
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseRecoveryKey(text)).toBeNull()
      }),
    )
  })
})
