import { expect, test } from 'vitest'
import { noteRefusal, placeOf, reportRefusals } from '../../../electron/app/security/refusals'

test('attempts are written down, but whoever repeats them does not fill the log', () => {
  const written: string[] = []
  reportRefusals((line) => written.push(line))
  for (let attempt = 0; attempt < 5000; attempt += 1) noteRefusal('flood', `number ${attempt}`)
  expect(written).toHaveLength(10 + 2)
  expect(written[0]).toBe('refused: flood number 0')
  expect(written.at(-1)).toBe('refused: flood number 999 (1000 times)')
})

test('a line is one line, and short', () => {
  const written: string[] = []
  reportRefusals((line) => written.push(line))
  noteRefusal('line', `a\nb\u202Ec${'x'.repeat(5000)}`)
  expect(written[0]).toMatch(/^refused: line a\?b\?cx+$/u)
  expect(written[0]?.length).toBeLessThan(150)
})

test('of an address only its place is written', () => {
  expect(placeOf('https://example.org:8080/path?name=x')).toBe('https://example.org:8080')
  expect(placeOf('data:text/html,secret')).toBe('data:')
  expect(placeOf('secret')).toBe('no address')
})
