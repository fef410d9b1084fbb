import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerNames } from '@shared/kernel/registers'
import { testFolder } from '../support/park'
import { sampleFile, sampleLanguages, samplePath } from '../features/imports/import-job'
import { buildCli, runCli } from './built-cli'

let built: Awaited<ReturnType<typeof buildCli>>
beforeAll(async () => {
  built = await buildCli()
}, 120_000)
afterAll(() => built.remove())

const init = ['init', '--time-zone', 'Asia/Almaty', '--name-en', 'Test park', '--currency', 'CNY', '--json']

describe('the command line', () => {
  test('makes a park and says that it has no accounts', async () => {
    const folder = testFolder()
    const made = await runCli(built.program, [...init, '--data', folder])
    expect(made).toMatchObject({ status: 0 })
    expect(made.err).toContain('one operator and no accounts')
    expect(JSON.parse(made.out)).toMatchObject({ folder, accounts: false })
    const again = await runCli(built.program, [...init, '--data', folder])
    expect(again.status).toBe(2)
  })

  test.each(sampleLanguages)('takes in the sample workbooks in %s', { timeout: 60_000 }, async (language) => {
    const folder = testFolder()
    await runCli(built.program, [...init, '--data', folder])
    const { import: expected } = JSON.parse(readFileSync(samplePath(language, 'expected.json'), 'utf8')) as {
      import: Record<string, object>
    }
    for (const register of registerNames) {
      const args = ['import', register, sampleFile(language, register), '--json', '--data', folder]
      const { status, out } = await runCli(built.program, args)
      expect(status).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ ...expected[register], updated: 0, unrecognisedColumns: [] })
    }
    const found = await runCli(built.program, ['search', 'C-2026-00003', '--json', '--data', folder])
    expect(JSON.parse(found.out)).toMatchObject({
      results: [{ feature: 'requests', number: 'C-2026-00003' }],
    })
    const checked = await runCli(built.program, ['verify', '--json', '--data', folder])
    expect(JSON.parse(checked.out)).toEqual({ ok: true, problems: [] })
  })
})
