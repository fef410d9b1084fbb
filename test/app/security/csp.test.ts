import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../electron/app/security/csp'

/** Every directive of CSP level 3 that may stand in a header; a name with a slip of the pen is void, and nobody says so. */
const known = new Set(
  [
    'default-src child-src connect-src font-src frame-src img-src manifest-src media-src object-src prefetch-src',
    'script-src script-src-elem script-src-attr style-src style-src-elem style-src-attr worker-src',
    'base-uri sandbox form-action frame-ancestors report-to report-uri require-trusted-types-for trusted-types',
  ].flatMap((names) => names.split(' ')),
)

const directives = contentSecurityPolicy('bm9uY2U=')
  .split(';')
  .map((part) => part.trim().split(/\s+/u))

test('every directive is one there is, and stands there once', () => {
  const names = directives.map(([name]) => name)
  expect(names.filter((name) => !known.has(name ?? ''))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('it begins by refusing everything and closes what that does not cover', () => {
  const none = ['default-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']
  for (const name of none) expect(directives).toContainEqual([name, `'none'`])
})

test('it allows own files, the nonce, and pictures the page made itself', () => {
  const sources = new Set(directives.flatMap(([, ...values]) => values))
  expect(sources).toEqual(new Set([`'none'`, `'self'`, `'nonce-bm9uY2U='`, 'data:', 'blob:']))
  expect(directives).toContainEqual(['script-src', `'self'`])
  for (const [name, ...values] of directives)
    if (values.some((value) => value === 'data:' || value === 'blob:')) expect(name).toBe('img-src')
})
