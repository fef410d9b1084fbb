import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './guards-fixtures'
import { ImportPage } from './pages/import'
import { ReportPage } from './pages/report'
import { accountPassword, switchAccountsOn } from './support/accounts'
import { listen } from './support/listener'
import { sample } from './support/project'

/** Traces every system call that can reach another machine; `--seccomp-bpf` stops at no other. */
function traced(file: string): readonly string[] {
  const calls = 'connect,sendto,sendmsg,sendmmsg'
  return [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-s',
    '0',
    '-e',
    `trace=${calls}`,
    '-e',
    'signal=none',
    '-o',
    file,
  ]
}

/** Calls to an address of the internet's, version 4 or 6, that machine's own included. */
const outward = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/u.test(line))

test('a whole session makes no connection of any kind', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'system calls are traced by strace, which there is on Linux only')
  const file = join(desk.makeFolder('trace'), 'calls')
  const parkdesk = await desk.open({ park: 'empty', language: 'en', under: traced(file) })
  const { page, words } = parkdesk
  const wizard = new ImportPage(parkdesk)
  await wizard.goto()
  await wizard.open(sample('zh', 'tenants'), 'tenants')
  const { created } = await wizard.check()
  await wizard.takeIn(created)
  const report = new ReportPage(parkdesk)
  await report.goto()
  await report.saveInto(desk.makeFolder('report'))
  await page
    .getByRole('navigation')
    .getByRole('link', { name: words.t('shell:tenants') })
    .click()
  await expect(page.getByRole('grid')).toBeVisible()
  // A field to type in is where a browser fetches dictionaries.
  await page.getByRole('textbox').first().pressSequentially('recieve сообщенее')
  await parkdesk.killDataProcess()
  await expect.poll(() => parkdesk.call<number>('tenants.count').catch(() => null)).toBe(created)
  const name = await switchAccountsOn(parkdesk)
  await parkdesk.call('accounts.signOut')
  await parkdesk.call('accounts.signIn', { name, password: accountPassword })
  await page.reload()
  expect(readFileSync(file, 'utf8')).toContain('sa_family=AF_UNIX')
  expect(outward(file)).toEqual([])

  // What the trace would have shown: one connection, made on purpose.
  const server = await listen()
  await parkdesk.app.evaluate((_electron, port) => {
    const { connect } = process.getBuiltinModule('node:net')
    return new Promise<void>((resolve) =>
      connect(port, '127.0.0.1').once('connect', function end(this: { destroy: () => void }) {
        this.destroy()
        resolve()
      }),
    )
  }, server.port)
  expect(outward(file)).toHaveLength(1)
  await server.close()
  parkdesk.forgive()
})
