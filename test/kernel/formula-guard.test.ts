import { guardFormula, unguardFormula } from '@shared/kernel/formula-guard'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Texts in which the characters that matter are frequent. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`'=+-@＝＋－＠ \t\r\n\0\u00a0\u3000aЯ`) }),
)

describe('guarding texts against being run as formulas', () => {
  it.each([
    '=1+1',
    '+7 727',
    '-5',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '  =1',
    '\u00a0=1',
    '\u3000+1',
  ])('guards %j', (dangerous) => {
    expect(guardFormula(dangerous)).toBe(`'${dangerous}`)
  })

  it.each(['', 'abc', '5', "'abc", "it's", ' a=b', 'a\n=b', '企业'])('leaves %j alone', (harmless) => {
    expect(guardFormula(harmless)).toBe(harmless)
    expect(unguardFormula(harmless)).toBe(harmless)
  })

  it('guards a text that already looks guarded once more', () => {
    expect(guardFormula("'=1")).toBe("''=1")
    expect(unguardFormula("''=1")).toBe("'=1")
  })

  it('is taken away exactly', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(unguardFormula(guardFormula(any))).toBe(any)
      }),
      { numRuns: 2000 },
    )
  })

  it('never leaves a text that begins like a formula', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(guardFormula(any)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n\0]/)
      }),
      { numRuns: 2000 },
    )
  })
})
