import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checks } from '../e2e/checks'
import { projectFolder } from '../support/sources'

test('every check of the shell is in the list, once', () => {
  expect(checks.map(({ number }) => number)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1))
})

test('every check has its test, or the reason why not', () => {
  const without = checks.filter((check) => {
    if ('notHere' in check) return check.notHere === ''
    return check.tests.length === 0 || !check.tests.every(hasTests)
  })
  expect(without.map(({ number }) => number)).toEqual([])
})

function hasTests(path: string): boolean {
  const file = join(projectFolder, path)
  return existsSync(file) && /^\s*(?:test|describe)[.(]/mu.test(readFileSync(file, 'utf8'))
}
