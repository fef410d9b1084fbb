import { describe, expect, test } from 'vitest'
import { codesAbove, isGroup, isWellFormed, normaliseCode } from '@shared/features/codes/code'
import { codebookNames, codebookRule, longestCode, longestLabel } from '@shared/features/codes/codebooks'
import { readCodebook } from '@shared/features/codes/read-codebook'
import { languages } from '@shared/kernel/language'
import { shippedCodes } from '../../../electron/features/codes/shipped'

const han = /\p{Script=Han}/u
const cyrillic = /\p{Script=Cyrillic}/u

describe.each(codebookNames)('the shipped list %s', (list) => {
  test('has well-formed codes, each once, as they are stored', async () => {
    const codes = await shippedCodes(list)
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
    for (const { code } of codes) {
      expect(code.length).toBeLessThanOrEqual(longestCode)
      if (!isGroup(list, code)) expect(isWellFormed(list, code), code).toBe(true)
      expect(normaliseCode(list, code)).toBe(code)
    }
  })

  test('has an example of its own form', () => {
    const { example } = codebookRule(list)
    expect(isWellFormed(list, example)).toBe(true)
    expect(normaliseCode(list, example)).toBe(example)
  })

  test('has a label in every language; an HS subheading may have an English one only', async () => {
    for (const { code, labels } of await shippedCodes(list)) {
      for (const language of languages) {
        const label = labels[language]
        if (list === 'hs' && code.length === 6 && language !== 'en') continue
        expect(label, `${code} ${language}`).toBeTruthy()
        expect(label?.trim().length, code).toBe(label?.length)
        expect(label?.length, code).toBeLessThanOrEqual(longestLabel)
      }
      if (labels.zh !== null) expect(han.test(labels.zh), `${code} ${labels.zh}`).toBe(true)
      if (labels.ru !== null) expect(cyrillic.test(labels.ru), `${code} ${labels.ru}`).toBe(true)
      expect(han.test(labels.en ?? '') || cyrillic.test(labels.en ?? ''), code).toBe(false)
    }
  })
})

test('every HS code lies below one of the list, every chapter below a section', async () => {
  const codes = await shippedCodes('hs')
  const known = new Set(codes.map(({ code }) => code))
  for (const { code, parent } of codes) {
    if (isGroup('hs', code)) continue
    if (code.length === 2) expect(known.has(parent ?? ''), code).toBe(true)
    for (const above of codesAbove('hs', code)) expect(known.has(above), `${code} ${above}`).toBe(true)
  }
  const lengths = (length: number) => codes.filter(({ code }) => /^\d/.test(code) && code.length === length)
  expect([21, 96, 1228, 5612]).toEqual([
    codes.filter(({ code }) => isGroup('hs', code)).length,
    lengths(2).length,
    lengths(4).length,
    lengths(6).length,
  ])
})

test('border points name their countries, ways of transport and well-formed UN/LOCODEs', async () => {
  const modes = new Set(['road', 'rail', 'sea', 'river', 'air', 'pipeline'])
  for (const { code, facts } of await shippedCodes('borderPoint')) {
    const countries = (facts['countries'] ?? '').split(' ')
    expect(countries.length, code).toBeGreaterThan(0)
    for (const country of countries) expect(country, code).toMatch(/^[A-Z]{2}$/)
    for (const mode of (facts['modes'] ?? '').split(' '))
      expect(modes.has(mode), `${code} ${mode}`).toBe(true)
    for (const locode of (facts['locodes'] ?? '').split(' ').filter(Boolean)) {
      expect(locode, code).toMatch(/^[A-Z]{2}[A-Z2-9]{3}$/)
      expect(countries, code).toContain(locode.slice(0, 2))
    }
    if (facts['gauge'] !== undefined) expect(['1435/1520', '1520/1435']).toContain(facts['gauge'])
  }
})

test('a list is read by its heading line; empty cells at the end may be left out', () => {
  const text = 'code\tzh\tru\ten\tto\tmodes\nA\t甲\tА\tA\t2026-12-31\trail road\nB\t\t\tB\n'
  expect(readCodebook(text)).toEqual([
    {
      code: 'A',
      labels: { zh: '甲', ru: 'А', en: 'A' },
      from: null,
      to: '2026-12-31',
      words: '',
      parent: null,
      facts: { modes: 'rail road' },
    },
    {
      code: 'B',
      labels: { zh: null, ru: null, en: 'B' },
      from: null,
      to: null,
      words: '',
      parent: null,
      facts: {},
    },
  ])
})
