import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textDiff, type DiffPart } from '@shared/kernel/text-diff'

const of = (parts: readonly DiffPart[], ...kinds: readonly DiffPart['kind'][]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

const word = fc.constantFrom('груз', 'ждёт', '海', '关', ' ', '\n', 'CMR', '№', '7', '😀')
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''))

test('the parts make up both texts again, and neighbours are of different kinds', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
      const parts = textDiff(before, after)
      expect(of(parts, 'same', 'gone')).toBe(before)
      expect(of(parts, 'same', 'new')).toBe(after)
      expect(parts.every(({ kind }, index) => kind !== parts[index - 1]?.kind)).toBe(true)
    }),
  )
})

test('one word of a long text is all that is marked', () => {
  expect(textDiff('请于周五前提交发票原件', '请于周三前提交发票原件')).toEqual([
    { kind: 'same', text: '请于周' },
    { kind: 'gone', text: '五' },
    { kind: 'new', text: '三' },
    { kind: 'same', text: '前提交发票原件' },
  ])
})

test('two long texts that share nothing are shown as replaced', () => {
  const parts = textDiff('甲'.repeat(4000), '乙'.repeat(4000))
  expect(parts.map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
