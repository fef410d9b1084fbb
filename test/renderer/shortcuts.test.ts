import { expect, test } from 'vitest'
import { commandOfKeys, type Keys } from '../../renderer/features/shell/shortcuts'

const keys = (part: Partial<Keys>): Keys => ({
  altKey: false,
  code: '',
  ctrlKey: false,
  key: '',
  metaKey: false,
  shiftKey: false,
  ...part,
})

test('letters go by their place on the keyboard, so that a Russian layout works, too', () => {
  expect(commandOfKeys(keys({ ctrlKey: true, code: 'KeyK', key: 'л' }), false)).toBe('find')
  expect(commandOfKeys(keys({ ctrlKey: true, shiftKey: true, code: 'KeyN', key: 'Т' }), false)).toBe(
    'newRequest',
  )
})

test('digits open the sections in their order', () => {
  const sections = [1, 2, 3, 4, 5, 6].map((digit) =>
    commandOfKeys(keys({ ctrlKey: true, code: `Digit${digit}` }), false),
  )
  expect(sections).toEqual(['overview', 'tenants', 'requests', 'incidents', 'reports', 'settings'])
})

test('a key alone is no command unless it is one of the function keys', () => {
  expect(commandOfKeys(keys({ code: 'KeyK', key: 'k' }), false)).toBeUndefined()
  expect(commandOfKeys(keys({ code: 'F5', key: 'F5' }), false)).toBe('refresh')
  expect(commandOfKeys(keys({ code: 'F1', key: 'F1' }), false)).toBe('shortcuts')
})

test('AltGr, which arrives as Ctrl and Alt, types letters and gives no commands', () => {
  expect(commandOfKeys(keys({ ctrlKey: true, altKey: true, code: 'KeyN' }), false)).toBeUndefined()
})

test('a question mark asks for the shortcuts, except where it is typed', () => {
  const questionMark = keys({ shiftKey: true, code: 'Slash', key: '?' })
  expect(commandOfKeys(questionMark, false)).toBe('shortcuts')
  expect(commandOfKeys(questionMark, true)).toBeUndefined()
})
