import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleFile } from '../features/imports/import-job'
import { parkFolder, testFolder } from '../support/park'
import { buildCli, runCli, startCli } from './built-cli'

let built: Awaited<ReturnType<typeof buildCli>>
beforeAll(async () => {
  built = await buildCli()
}, 120_000)
afterAll(() => built.remove())

/** Runs a command with `--json`; answers its status and what it printed. */
async function call(folder: string, ...args: readonly string[]) {
  const { status, out, err } = await runCli(built.program, [...args, '--json', '--data', folder])
  return { status, err, value: JSON.parse(out) as Record<string, unknown> }
}

describe('import', () => {
  const lines = 'Firma,Land,Farbe\nAcme,China,red\nBeta,Atlantis,blue\n'

  test(
    'takes a mapping, writes the refused rows, and a dry run changes nothing',
    { timeout: 60_000 },
    async () => {
      const folder = parkFolder()
      const files = testFolder()
      const [path, mapping, rejects] = [join(files, 'a.csv'), join(files, 'm.json'), join(files, 'r.csv')]
      writeFileSync(path, `Name,Land,Farbe${lines.slice(lines.indexOf('\n'))}`)
      writeFileSync(mapping, JSON.stringify({ Land: 'country' }))
      const args = ['import', 'tenants', path, '--mapping', mapping, '--rejects', rejects]
      const expected = { rows: 2, created: 1, rejected: { unknown_value: 1 }, unrecognisedColumns: ['Farbe'] }
      expect(await call(folder, ...args, '--dry-run')).toMatchObject({ status: 0, value: expected })
      expect(readFileSync(rejects, 'utf8')).toContain('Beta,Atlantis,blue,3,the list has no such value')
      expect(await call(folder, ...args)).toMatchObject({ status: 0, value: { ...expected, updated: 0 } })
      expect(await call(folder, ...args)).toMatchObject({ value: { created: 0, updated: 0, unchanged: 1 } })
    },
  )

  test('refuses a mapping it cannot follow, before anything is written', async () => {
    const folder = parkFolder()
    const mapping = join(testFolder(), 'm.json')
    writeFileSync(mapping, '["name"]')
    const path = sampleFile('en', 'tenants')
    expect(await call(folder, 'import', 'tenants', path, '--mapping', mapping)).toMatchObject({ status: 2 })
    writeFileSync(mapping, '{"Nowhere": "name"}')
    expect(await call(folder, 'import', 'tenants', path, '--mapping', mapping)).toMatchObject({
      status: 2,
      value: { error: { code: 'mapping_invalid' } },
    })
    const rejects = join(testFolder(), 'no', 'such', 'folder', 'r.csv')
    expect(await call(folder, 'import', 'tenants', path, '--rejects', rejects)).toMatchObject({
      status: 2,
      value: { error: { code: 'target_unwritable' } },
    })
    expect(await call(folder, 'search', 'Acme')).toMatchObject({ value: { total: 0 } })
  })
})

test('demo, export, backup, restore and verify work together', { timeout: 120_000 }, async () => {
  const folder = join(testFolder(), 'park')
  const size = ['--tenants', '8', '--requests', '30', '--incidents', '5', '--seed', '7']
  expect(await call(folder, 'demo', ...size)).toMatchObject({
    status: 0,
    value: { tenants: 8, requests: 30, incidents: 5 },
  })
  const out = join(testFolder(), 'requests.csv')
  expect(await call(folder, 'export', 'requests', '--out', out, '--lang', 'ru')).toMatchObject({
    value: { rows: 30 },
  })
  expect(await call(folder, 'import', 'requests', out)).toMatchObject({ value: { rows: 30, unchanged: 30 } })
  const twin = join(testFolder(), 'twin')
  await call(twin, 'demo', ...size)
  const twinOut = join(testFolder(), 'requests.csv')
  await call(twin, 'export', 'requests', '--out', twinOut, '--lang', 'ru')
  expect(readFileSync(twinOut, 'utf8')).toBe(readFileSync(out, 'utf8'))

  const copy = join(testFolder(), 'copy.sqlite')
  expect(await call(folder, 'backup', '--out', copy)).toMatchObject({ status: 0 })
  expect(await call(folder, 'verify', copy)).toMatchObject({ status: 0, value: { ok: true, problems: [] } })
  const other = join(testFolder(), 'other')
  expect(await call(other, 'restore', copy)).toMatchObject({ status: 0 })
  expect(await call(other, 'verify')).toMatchObject({ value: { ok: true } })
  expect(await call(other, 'export', 'requests', '--format', 'json', '--out', out)).toMatchObject({
    value: { rows: 30 },
  })

  writeFileSync(copy, 'not a park')
  expect(await call(other, 'verify', copy)).toMatchObject({ status: 1, value: { ok: false } })
  expect((await call(other, 'restore', copy)).status).not.toBe(0)
  expect(await call(other, 'verify')).toMatchObject({ value: { ok: true } })
})

test('a report has its files and figures', { timeout: 60_000 }, async () => {
  const folder = parkFolder()
  await call(folder, 'import', 'tenants', sampleFile('en', 'tenants'))
  const out = join(testFolder(), 'new', 'reports')
  const args = ['--lang', 'zh,en', '--format', 'json,csv', '--out', out]
  const monthly = await call(folder, 'report', 'monthly', '--period', '2026-10', ...args)
  expect(monthly).toMatchObject({ status: 0, value: { figures: { tenants: { active: 57 } } } })
  const names = ['monthly-2026-10.json', 'monthly-2026-10.zh.csv', 'monthly-2026-10.en.csv']
  for (const name of names) expect(existsSync(join(out, name)), name).toBe(true)
  expect(
    await call(folder, 'report', 'quarterly', '2026-Q3', '--format', 'json', '--out', out),
  ).toMatchObject({ status: 0 })
  expect(existsSync(join(out, 'quarterly-2026-Q3.json'))).toBe(true)
})

test('help and a call without a command', async () => {
  const help = await runCli(built.program, ['--help'])
  expect(help).toMatchObject({ status: 0, err: '' })
  expect(help.out).toContain('import')
  const nothing = await runCli(built.program, ['--lang', 'zh'])
  expect(nothing).toMatchObject({ status: 2, out: '' })
  expect(nothing.err).toContain('导入')
})

test('a reader that has seen enough is no failure', { timeout: 60_000 }, async () => {
  const folder = parkFolder()
  const path = join(testFolder(), 'many.csv')
  writeFileSync(path, `Name\n${Array.from({ length: 3000 }, (_, i) => `Acme ${i}`).join('\n')}\n`)
  await call(folder, 'import', 'tenants', path)
  const args = ['search', 'Acme', '--limit', '10000', '--data', folder]
  const { child, finished } = startCli(built.program, args)
  child.stdout?.destroy()
  expect(await finished).toEqual({ status: 0, out: '', err: '' })
})

test(
  'a language there is not is a wrong call; only a report takes several',
  { timeout: 60_000 },
  async () => {
    const folder = parkFolder()
    for (const language of ['fr', 'zh,ru']) {
      const run = await call(folder, 'search', 'Acme', '--lang', language)
      expect(run).toMatchObject({ status: 2, value: { error: { code: 'usage' } } })
      expect(run.err).toContain(language)
    }
  },
)
