import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, describe, expect, test } from 'vitest'
import { packageFolder, parkdesk, sample } from './packaged-app'

type Expected = {
  readonly import: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly report: Readonly<Record<string, unknown>>
}

const home = mkdtempSync(join(tmpdir(), 'parkdesk-package-'))

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** What has no business in a package: sources, maps, tests, builds for other platforms, secrets and notes of a desk. */
const outOfPlace =
  /\.(map|tsx?|jsx|md|node|c|cpp|h|gypi?|log|sqlite|parkdesk|pem|key|p12|pfx|crt|bak|orig)$|\/\.|\/(tests?|src|prebuilds|fixtures|coverage|scripts)\/|\/(npmrc|id_[a-z0-9]+)$/iu

describe('what the package holds', () => {
  const resources = join(packageFolder, 'resources')

  test('the archive holds what runs and no sources, maps, tests or builds for other platforms', () => {
    const entries = listPackage(join(resources, 'app.asar'), { isPack: false })
    expect(entries).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/main.js',
        '/out/main/host.js',
        '/out/renderer/index.html',
      ]),
    )
    const topLevel = new Set(entries.map((entry) => entry.split('/')[1]))
    expect(topLevel).toEqual(new Set(['node_modules', 'out', 'package.json']))
    expect(entries.filter((entry) => outOfPlace.test(entry))).toEqual([])
  })

  test('the only native library beside the archive is the database', () => {
    const files = readdirSync(resources, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([join('native', 'better_sqlite3.node')])
    expect(existsSync(join(resources, 'app'))).toBe(false)
    expect(existsSync(join(resources, 'default_app.asar'))).toBe(false)
  })

  test('the fuses are set', async () => {
    const wire = await getCurrentFuseWire(join(packageFolder, 'parkdesk-bin'))
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    const stateOf = (fuse: FuseV1Options) => [FuseV1Options[fuse], wire[fuse]]
    expect(on.map(stateOf)).toEqual(on.map((fuse) => [FuseV1Options[fuse], FuseState.ENABLE]))
    expect(off.map(stateOf)).toEqual(off.map((fuse) => [FuseV1Options[fuse], FuseState.DISABLE]))
  })
})

describe('the main job with the packaged application, without a display', () => {
  const data = join(home, 'park')
  const expected = JSON.parse(readFileSync(sample('zh', 'expected.json'), 'utf8')) as Expected

  /** Runs a command with `--json` and returns the object it printed. */
  async function json(...command: readonly string[]): Promise<Record<string, unknown>> {
    const { status, stdout, stderr } = await parkdesk(home, ...command, '--data', data, '--json')
    expect(status, stderr).toBe(0)
    return JSON.parse(stdout) as Record<string, unknown>
  }

  test('makes a park', async () => {
    const names = ['--name-en', 'Park', '--name-zh', '园区', '--name-ru', 'Парк']
    await json('init', '--time-zone', 'Asia/Almaty', '--currency', 'CNY', ...names)
  })

  test.each(['tenants', 'requests', 'incidents'])('imports the workbook of %s', async (register) => {
    expect(await json('import', register, sample('zh', `${register}_zh.xlsx`))).toMatchObject(
      expected.import[register] ?? {},
    )
  })

  test('reports the month in figures and on paper', async () => {
    const out = join(home, 'reports')
    const languages = ['--lang', 'zh,ru,en', '--format', 'json,pdf']
    const { figures } = await json('report', 'monthly', '--period', '2026-10', ...languages, '--out', out)
    expect(figures).toMatchObject(expected.report)
    for (const language of ['zh', 'ru', 'en']) {
      const pdf = readFileSync(join(out, `monthly-2026-10.${language}.pdf`))
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    }
  })

  test('finds nothing wrong afterwards', async () => {
    expect(await json('verify')).toEqual({ ok: true, problems: [] })
  })

  test('refuses a call it does not understand', async () => {
    const { status, stdout } = await parkdesk(
      home,
      'report',
      'monthly',
      '--period',
      'October',
      '--data',
      data,
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })
})
