import { expect, test } from 'vitest'
import { toAppError } from '../../electron/data/sqlite-errors'

/** An error as Node gives it. */
const failure = (code: string, message = '') => Object.assign(new Error(message), { code })

test.each([
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_IOERR_FSYNC', 'disk_error'],
  ['SQLITE_CORRUPT_INDEX', 'database_damaged'],
  ['ENOSPC', 'disk_full'],
  ['EIO', 'disk_error'],
  ['EROFS', 'target_unwritable'],
  ['EBUSY', 'target_unwritable'],
  ['ENOENT', 'target_unwritable'],
])('%s is told as %s', (code, told) => {
  expect(toAppError(failure(code))).toMatchObject({ code: told, params: { detail: code } })
})

test.each([
  ['Input/output error', 'disk_error'],
  ['No space left on device', 'disk_full'],
  ['Device or resource busy', 'target_unwritable'],
  ['Read-only file system', 'target_unwritable'],
])('a file that cannot be removed for want of a code says why in words: %s', (words, told) => {
  expect(toAppError(failure('', `, Unknown error: ${words} '/park/file'`))).toMatchObject({ code: told })
})

test('what nobody knows is an internal error with its cause', () => {
  const cause = new Error('no such thing')
  expect(toAppError(cause)).toMatchObject({ code: 'internal', cause })
})
