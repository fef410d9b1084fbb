import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { logHead } from '../../electron/data/change-log'
import { openReadable } from '../../electron/data/connection'
import { all, sql } from '../../electron/data/sql'
import { sampleFile } from '../features/imports/import-job'
import { makeWorkbook } from '../features/imports/reading/workbook'
import { parkFolder, testFolder, testPark } from '../support/park'
import { createPark } from '../../electron/features/storage'
import { buildCli, runCli, startCli, type CliRun } from './built-cli'

let built: Awaited<ReturnType<typeof buildCli>>
beforeAll(async () => {
  built = await buildCli()
}, 120_000)
afterAll(() => built.remove())

function stateOf(folder: string) {
  const db = openReadable(folder)
  try {
    const counts = all(
      db,
      sql`SELECT (SELECT count(*) FROM tenants) AS tenants, (SELECT count(*) FROM requests) AS requests,
        (SELECT count(*) FROM import_batches) AS batches, (SELECT count(*) FROM change_log) AS changes`,
    )
    return { counts, head: logHead(db) }
  } finally {
    db.close()
  }
}

const importing = (folder: string, path: string) => ['import', 'tenants', path, '--json', '--data', folder]

/** A failed call: status 2, a message in words on standard error, one JSON object on standard output. */
function expectRefusal(run: CliRun, code: string, ...named: readonly (string | RegExp)[]): void {
  expect(run, run.err).toMatchObject({ status: 2 })
  const { error } = JSON.parse(run.out) as { error: { code: string; message: string } }
  expect(error.code).toBe(code)
  for (const name of named) expect(error.message).toMatch(name)
  expect(run.err).toContain(error.message)
}

const heading = 'Name,Country,Note\n'
const spaces = Buffer.alloc(300 * 1024 * 1024, ' ')
const password = fileURLToPath(new URL('../fixtures/workbooks/password.xlsx', import.meta.url))

type BadFile = readonly [
  name: string,
  content: () => string | Uint8Array,
  code: string,
  ...named: readonly (string | RegExp)[],
]

const files: readonly BadFile[] = [
  ['empty.csv', () => '', 'file_empty', 'empty.csv'],
  ['empty.xlsx', () => '', 'file_empty', 'empty.xlsx'],
  [
    'picture.xlsx',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'file_not_workbook',
    'picture.xlsx',
    'PNG',
  ],
  ['bomb.xlsx', () => makeWorkbook({ sheet: spaces }), 'file_too_large_inside', 'bomb.xlsx'],
  [
    'quote.csv',
    () => `${heading}Acme,China,"open\nBeta,Russia,x\n`,
    'quote_not_closed',
    'quote.csv',
    /row 2\b/,
    /column C\b/,
  ],
  ['wide.csv', () => `${'a,'.repeat(999)}a\n`, 'too_many_columns', 'wide.csv', /row 1\b/, '1000 columns'],
  [
    'cell.csv',
    () => `${heading}Acme,China,${'x'.repeat(10_000_000)}\n`,
    'cell_too_long',
    'cell.csv',
    /row 2\b/,
    /column C\b/,
  ],
  ['noheader.csv', () => 'x,y\n1,2\n', 'header_not_found', 'noheader.csv'],
  [
    'binary.csv',
    () => `${heading}${'Acme,China,x\n'.repeat(40)}A\0,B,x\n`,
    'file_damaged',
    'binary.csv',
    /42/,
  ],
]

describe('bad input: a clear error, status 2, and the park as it was', () => {
  test.for(files)('%s', { timeout: 60_000 }, async ([name, content, code, ...named]) => {
    const folder = parkFolder()
    const before = stateOf(folder)
    const path = join(testFolder(), name)
    writeFileSync(path, content())
    expectRefusal(await runCli(built.program, importing(folder, path)), code, ...named)
    expect(stateOf(folder)).toEqual(before)
  })

  test('a workbook with a password', async () => {
    const folder = parkFolder()
    const path = join(testFolder(), 'secret.xlsx')
    copyFileSync(password, path)
    expectRefusal(await runCli(built.program, importing(folder, path)), 'file_encrypted', 'secret.xlsx')
  })

  test('a file that is not there, a folder, an unknown register, park, period or command', async () => {
    const folder = parkFolder()
    const call = (...args: string[]) => runCli(built.program, [...args, '--json', '--data', folder])
    expectRefusal(await call('import', 'tenants', join(folder, 'none.csv')), 'file_missing', 'none.csv')
    expectRefusal(await call('import', 'tenants', folder), 'file_is_folder')
    expectRefusal(await call('import', 'visitors', 'x.csv'), 'usage', 'visitors')
    expectRefusal(await call('report', 'monthly', '--period', '2026-13'), 'period_invalid', '2026-13')
    expectRefusal(await call('tidy'), 'usage', 'tidy')
    expectRefusal(await call('export', 'tenants', '--format', 'pdf', '--out', 'x'), 'usage', 'pdf')
    const nowhere = join(folder, 'nowhere')
    expectRefusal(
      await runCli(built.program, ['search', 'x', '--json', '--data', nowhere]),
      'park_missing',
      'nowhere',
    )
  })

  test('wrong rows are listed by file, row, column and reason; a formula is only a text', async () => {
    const folder = parkFolder()
    const path = join(testFolder(), 'rows.csv')
    writeFileSync(path, "Name,Moved in,Note\nAcme,2024-13-32,x\nBeta,2024-01-02,=cmd|' /C calc'!A0\n")
    const run = await runCli(built.program, importing(folder, path))
    expect(run.status).toBe(0)
    expect(JSON.parse(run.out)).toMatchObject({ created: 1, rejected: { invalid_date: 1 } })
    expect(run.err).toMatch(/rows\.csv.*row 2.*“Moved in”.*not a valid date.*2024-13-32/)
    const db = openReadable(folder)
    expect(all(db, sql`SELECT note FROM tenants`)).toEqual([{ note: "=cmd|' /C calc'!A0" }])
    db.close()
  })
})

/** Resolves once a process has the file open. */
async function opened(pid: number, path: string): Promise<void> {
  const isOpen = () =>
    readdirSync(`/proc/${pid}/fd`).some((name) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${name}`) === path
      } catch {
        return false
      }
    })
  while (!isOpen()) await new Promise(setImmediate)
}

test.skipIf(process.platform !== 'linux')(
  'a file that vanishes while it is read',
  { timeout: 60_000 },
  async () => {
    const folder = parkFolder()
    const before = stateOf(folder)
    const path = join(testFolder(), 'gone.csv')
    writeFileSync(path, heading + 'Acme,China,some note\n'.repeat(400_000))
    const { child, finished } = startCli(built.program, importing(folder, path))
    await opened(child.pid ?? 0, path)
    rmSync(path)
    expectRefusal(await finished, 'file_vanished', 'gone.csv')
    expect(stateOf(folder)).toEqual(before)
  },
)

// Only root may mount the small file systems these need.
const mounts = process.platform === 'linux' && process.getuid?.() === 0

/** A park on a file system of its own, of so many kilobytes. */
function mountedPark(kilobytes: number): string {
  const mount = join(testFolder(), 'disk')
  mkdirSync(mount)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', mount])
  onTestFinished(() => {
    execFileSync('umount', ['-l', mount])
  })
  createPark(join(mount, 'park'), testPark).close()
  return mount
}

test.skipIf(!mounts)('a full disk', { timeout: 60_000 }, async () => {
  const mount = mountedPark(4096)
  const folder = join(mount, 'park')
  const before = stateOf(folder)
  const { bavail, bsize } = statfsSync(mount)
  writeFileSync(join(mount, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - 256 * 1024)))
  const path = join(testFolder(), 'many.csv')
  writeFileSync(
    path,
    heading + Array.from({ length: 5000 }, (_, i) => `Acme ${i},China,note ${i}\n`).join(''),
  )
  expectRefusal(await runCli(built.program, importing(folder, path)), 'disk_full')
  rmSync(join(mount, 'filler'))
  expect(stateOf(folder)).toEqual(before)
  const checked = await runCli(built.program, ['verify', '--json', '--data', folder])
  expect(JSON.parse(checked.out)).toEqual({ ok: true, problems: [] })
})

test.skipIf(!mounts)('a full disk under a new park', { timeout: 60_000 }, async () => {
  const mount = join(testFolder(), 'disk')
  mkdirSync(mount)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount])
  onTestFinished(() => {
    execFileSync('umount', ['-l', mount])
  })
  const folder = join(mount, 'park')
  const init = ['init', '--time-zone', 'Asia/Almaty', '--name-en', 'P', '--json', '--data', folder]
  writeFileSync(join(mount, 'filler'), Buffer.alloc(1800 * 1024))
  expectRefusal(await runCli(built.program, init), 'disk_full')
  expect(readdirSync(folder)).toEqual([])
  rmSync(join(mount, 'filler'))
  expect(await runCli(built.program, init)).toMatchObject({ status: 0 })
})

test.skipIf(!mounts)('a full disk under an export', { timeout: 60_000 }, async () => {
  const folder = parkFolder()
  await runCli(built.program, importing(folder, sampleFile('en', 'tenants')))
  const mount = join(testFolder(), 'disk')
  mkdirSync(mount)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', mount])
  onTestFinished(() => {
    execFileSync('umount', ['-l', mount])
  })
  const out = join(mount, 'all.csv')
  const run = await runCli(built.program, ['export', 'tenants', '--out', out, '--json', '--data', folder])
  expectRefusal(run, 'disk_full')
  expect(readdirSync(mount)).toEqual([])
})

test.skipIf(!mounts)('a read-only data folder', { timeout: 60_000 }, async () => {
  const mount = mountedPark(4096)
  const folder = join(mount, 'park')
  const before = stateOf(folder)
  execFileSync('mount', ['-o', 'remount,ro', mount])
  const run = await runCli(built.program, importing(folder, sampleFile('en', 'tenants')))
  expect(run.status).toBe(2)
  expect(JSON.parse(run.out)).toMatchObject({
    error: { code: expect.stringMatching(/^(data_folder_unwritable|database_read_only)$/) },
  })
  execFileSync('mount', ['-o', 'remount,rw', mount])
  expect(stateOf(folder)).toEqual(before)
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder without write permission',
  async () => {
    const folder = parkFolder()
    chmodSync(folder, 0o500)
    onTestFinished(() => chmodSync(folder, 0o700))
    const run = await runCli(built.program, importing(folder, sampleFile('en', 'tenants')))
    expect(run.status).toBe(2)
  },
)
