import { expect, test } from 'vitest'
import { recordStep } from '../../renderer/ui/register/record-step'

const alone = { altKey: false, ctrlKey: false, isComposing: false, metaKey: false, shiftKey: false }

test('Alt with an arrow goes from record to record', () => {
  expect(recordStep({ ...alone, altKey: true, code: 'ArrowDown' })).toBe(1)
  expect(recordStep({ ...alone, altKey: true, code: 'ArrowUp' })).toBe(-1)
})

test('an arrow alone, with other keys or in an input method does not', () => {
  expect(recordStep({ ...alone, code: 'ArrowDown' })).toBe(0)
  expect(recordStep({ ...alone, altKey: true, code: 'ArrowLeft' })).toBe(0)
  for (const key of ['ctrlKey', 'shiftKey', 'metaKey', 'isComposing'] as const) {
    expect(recordStep({ ...alone, altKey: true, [key]: true, code: 'ArrowUp' })).toBe(0)
  }
})
