import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './guards-fixtures'

const execute = promisify(execFile)

test('a second start shows the first window, ends, and has no say in anything', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const elsewhere = join(desk.folder, 'elsewhere')
  const { user, data } = desk.folders
  const asRoot = desk.user.sandboxed ? [] : ['--no-sandbox']
  await execute(
    desk.user.starter('second'),
    [
      ...asRoot,
      desk.user.application,
      `--user-data-dir=${user}`,
      `--data=${elsewhere}`,
      'file:///etc/passwd',
    ],
    { env: desk.environment(), timeout: 30_000 },
  )
  expect(existsSync(elsewhere)).toBe(false)
  expect(parkdesk.app.windows()).toHaveLength(1)
  expect(await parkdesk.page.evaluate(() => location.href)).toMatch(/^app:\/\/parkdesk\/index\.html/u)
  expect(await parkdesk.call('tenants.count')).toBe(0)
  expect(existsSync(join(data, 'parkdesk.sqlite'))).toBe(true)
})
