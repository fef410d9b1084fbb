import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { languages } from '@shared/kernel/language'
import { AppError } from '@shared/contract/result'
import { errorText } from '../../electron/cli/error-text'
import { sampleFile } from '../features/imports/import-job'
import { parkFolder, testFolder } from '../support/park'
import { callInProcess, type Said } from './in-process'

let said: Said = { out: '', err: '' }
beforeEach(() => {
  said = { out: '', err: '' }
})
afterEach(() => {
  expect(said.err).not.toMatch(/\bat \S+:\d+/u)
})

/** Runs a command line that ends before any task is started. */
function call(...args: readonly string[]): Promise<number> {
  return callInProcess(said, args)
}

const wrong: readonly (readonly [args: readonly string[], named: string])[] = [
  [['frobnicate'], 'frobnicate'],
  [['search'], 'text'],
  [['verify', '--frob'], '--frob'],
  [['export', 'tenants', '--out'], '--out'],
  [['verify', 'a', 'b'], ''],
]

test.each(wrong)('the call %j is refused in the language of whoever called', async (args, named) => {
  const texts = new Set<string>()
  for (const language of languages) {
    said = { out: '', err: '' }
    expect(await call('--lang', language, '--json', ...args)).toBe(2)
    const { error } = JSON.parse(said.out) as { error: { code: string; message: string } }
    expect(error.code).toBe('usage')
    expect(error.message).toContain(named)
    if (language !== 'en') expect(error.message).not.toMatch(/unknown|missing|too many|argument/u)
    texts.add(error.message)
  }
  expect(texts.size).toBe(languages.length)
})

test('a day that cannot be is no day to make a sample park until', async () => {
  const folder = join(testFolder(), 'park')
  expect(await call('demo', '--until', '2026-02-30', '--json', '--data', folder)).toBe(2)
  expect(JSON.parse(said.out)).toMatchObject({ error: { code: 'invalid_date' } })
  expect(existsSync(folder)).toBe(false)
})

test('a folder is no file for refused rows, and says so before anything is imported', async () => {
  const args = ['import', 'tenants', sampleFile('en', 'tenants'), '--rejects', testFolder()]
  expect(await call(...args, '--json', '--data', parkFolder())).toBe(2)
  expect(JSON.parse(said.out)).toMatchObject({ error: { code: 'target_unwritable' } })
})

test('a place that is not known is not told', () => {
  const nowhere = new AppError('encoding_not_readable', { file: 'a.csv', encoding: '', row: 0, column: '' })
  expect(errorText(nowhere, 'en')).not.toMatch(/\(.*\)$/u)
})
