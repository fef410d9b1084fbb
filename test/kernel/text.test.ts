import { compareKey, headerKey, normaliseText, sanitiseLine } from '@shared/kernel/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const anyText = fc.string({ unit: 'binary' })

describe('normaliseText', () => {
  test.each([
    ['full-width letters and digits become plain ones', '１２３ＡＢＣ（ＫＧ）', '123ABC(KG)'],
    [
      'no-break, narrow, thin and ideographic spaces become one space',
      '12\u00a0\u202f\u2009085\u3000m',
      '12 085 m',
    ],
    ['line breaks and tabs become one space', ' a\r\n\tb ', 'a b'],
    ['byte order mark, zero-width and control characters vanish', '\ufeffa\u200bb\u0000c\u200e', 'abc'],
  ])('%s', (_name, written, expected) => {
    expect(normaliseText(written)).toBe(expected)
  })

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
      }),
    )
  })
})

describe('compareKey', () => {
  test.each([
    ['ООО "Ёлка"', 'ооо «елка»'],
    ['ООО “Ёлка”', 'ООО „Ёлка“'],
    ["O'zbekiston", 'Oʻzbekiston'],
    ['Хоргос — Восточные ворота', 'хоргос - восточные  ворота'],
    ['ＡＢＣ有限公司', 'abc有限公司'],
    ['شركت ايراني كار', 'شرکت ایرانی کار'],
  ])('%s is the same name as %s', (left, right) => {
    expect(compareKey(left)).toBe(compareKey(right))
  })

  test('different names stay different', () => {
    expect(compareKey('ООО «Ель»')).not.toBe(compareKey('ООО «Ёлка»'))
    expect(compareKey('Unit 1-2')).not.toBe(compareKey('Unit 12'))
  })

  test('a key is its own key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compareKey(compareKey(text))).toBe(compareKey(text))
      }),
    )
  })
})

describe('headerKey', () => {
  test.each([
    ['Вес брутто, кг', 'вес брутто кг'],
    ['毛重(kg)', '毛重（KG）'],
    ['Area, m2', 'area m²'],
    ['面积(㎡)', '面积 m2'],
    ['registration_number *', 'Registration number'],
  ])('%s and %s head the same column', (left, right) => {
    expect(headerKey(left)).toBe(headerKey(right))
  })

  test('the currency in a heading keeps two columns apart', () => {
    expect(headerKey('Rent, $')).not.toBe(headerKey('Rent, €'))
  })
})

describe('sanitiseLine', () => {
  test('a pasted text becomes one line without control characters and direction overrides', () => {
    expect(sanitiseLine(' a\r\nb\tc\u0007\u202ed\u2028e ')).toBe('a b c' + 'd e')
  })

  test('the text stays as written: quotes, full-width signs, Persian joiners', () => {
    const written = 'ООО «Ёлка»　（１）می\u200cشود'
    expect(sanitiseLine(written)).toBe(written)
  })
})
