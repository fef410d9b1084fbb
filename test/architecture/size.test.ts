import { expect, test } from 'vitest'
import { filesOf } from '../support/sources'

const longest = 300

test(`no source file is longer than ${longest} lines`, () => {
  const files = filesOf(['shared', 'electron', 'renderer', 'test', 'scripts'], /\.(ts|tsx|mjs|css)$/)
  const long = files
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter((file) => file.lines > longest)
  expect(long).toEqual([])
})
