import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changePlace, contentBefore, contentChanges, isHiddenChange } from '@shared/features/details/changes'
import { partNames, parts } from '@shared/features/details/parts'
import { anyContent } from './contents'

describe.each(partNames)('the changes of a %s', (name) => {
  const part = parts[name]

  test('lead back to what was there before, whatever was added, removed, moved or emptied', () => {
    fc.assert(
      fc.property(anyContent(part), anyContent(part), (old, now) => {
        const changes = contentChanges(part, old, now)
        expect(contentBefore(part, now, changes)).toEqual(old)
        for (const key of Object.keys(changes)) expect(changePlace(key)?.part.name).toBe(name)
      }),
    )
  })

  test('are none where nothing differs', () => {
    fc.assert(
      fc.property(anyContent(part), (content) => {
        expect(contentChanges(part, content, structuredClone(content))).toEqual({})
      }),
    )
  })
})

test('a change is named by its part or by its list with the line’s number', () => {
  const { declaration } = parts
  const empty = { head: {}, lines: { goodsLines: [] } }
  const now = {
    head: { procedure: '40' },
    lines: { goodsLines: [{ line: 2, values: { description: 'Bearings', value: 100 } }] },
  }
  const changes = contentChanges(declaration, empty, now)
  expect(changes).toEqual({
    'declaration.procedure': [null, '40'],
    'goodsLines[2].description': [null, 'Bearings'],
    'goodsLines[2].value': [null, 100],
    'goodsLines.order': [null, '2'],
  })
  expect(contentChanges(declaration, now, empty)['goodsLines[2].description']).toEqual(['Bearings', null])
})

test('amounts of the log are hidden from whoever may not see amounts', () => {
  const none = new Set<never>()
  expect(isHiddenChange('declaration.invoiceTotal', none)).toBe(true)
  expect(isHiddenChange('goodsLines[12].unitPrice', none)).toBe(true)
  expect(isHiddenChange('goodsLines[12].grossWeight', none)).toBe(false)
  expect(isHiddenChange('goodsLines[12].unitPrice', new Set(['requests.finance']))).toBe(false)
  expect(isHiddenChange('subject', none)).toBe(false)
})

test('what is nothing of a part has no place in one', () => {
  for (const key of [
    'subject',
    'employees@2026-03-31',
    'goodsLines',
    'goodsLines[1]',
    'goodsLines[1].nothing',
    'x.y',
  ])
    expect(changePlace(key)).toBeUndefined()
})
