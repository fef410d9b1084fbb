import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasSandbox, own } from '../support/plain-user'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { Display } from './display'
import { evaluateIn } from './inspector'
import { GuardedApp, type Started } from './guarded-app'

let display: Display
let app: GuardedApp
const running: Started[] = []

beforeAll(async () => {
  display = await Display.start()
  app = new GuardedApp(display.name)
})
afterEach(() => running.splice(0).forEach((started) => started.kill()))
afterAll(() => {
  app.remove()
  display.stop()
})

/** A script that leaves a mark; whoever gets it run has got in. */
function markingScript(): string {
  const file = join(app.home, 'mark.cjs')
  writeFileSync(file, `require('node:fs').writeFileSync(${JSON.stringify(join(app.home, 'mark'))}, 'in')`)
  own(file)
  return file
}

/** The window's process of a started program, once there is one and the data process beside it. */
async function opened(started: Started): Promise<number> {
  running.push(started)
  const found = (type: string) => started.processes().find((process) => process.type === type)?.pid
  await expect
    .poll(() => ({ said: started.isRunning ? '' : started.said, window: found('renderer') !== undefined }), {
      timeout: 30_000,
    })
    .toEqual({ said: '', window: true })
  await expect.poll(() => existsSync(join(app.home, '.config')), { timeout: 30_000 }).toBe(true)
  return found('renderer') ?? 0
}

// Chromium refuses root its sandbox before the program has a say: as root nothing here would say anything.
describe.skipIf(process.platform !== 'linux' || !hasSandbox)('the package, started by anybody', () => {
  test.each([
    'remote-debugging-port=0',
    'remote-debugging-pipe',
    'inspect=0',
    'inspect-brk=0',
    'no-sandbox',
    'disable-gpu-sandbox',
    'disable-web-security',
    'load-extension=/tmp',
    'host-rules=MAP * 127.0.0.1',
    'host-resolver-rules=MAP * 127.0.0.1',
    'proxy-server=127.0.0.1:1',
    'js-flags=--allow-natives-syntax',
    'ignore-certificate-errors',
    'log-net-log=/tmp/parkdesk-net.json',
  ])('does not start with --%s', async (given) => {
    const { status, stderr } = await app.run([`--data=${app.data}`, `--${given}`])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining(`Parkdesk does not start with --${given.split('=')[0]}`) as string,
    })
    expect(stderr).not.toMatch(/listening on/u)
    expect(existsSync(app.data)).toBe(false)
  })

  test('does not start without its sandbox, nor runs a command that is to be looked into', async () => {
    const windowed = await app.run([`--data=${app.data}`], { ELECTRON_DISABLE_SANDBOX: '1' })
    expect(windowed.stderr).toContain('Parkdesk does not start with --no-sandbox')
    const command = await app.run(['verify', '--data', app.data, '--remote-debugging-port=0'])
    expect(command.stderr).toContain('Parkdesk does not start with --remote-debugging-port')
    expect([windowed.status, command.status]).toEqual([1, 1])
  })

  test('runs no other code that its environment names, neither first nor in a process it starts', async () => {
    const script = markingScript()
    const env = {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require=${script}`,
      PARKDESK_SQLITE_BINDING: script,
      PARKDESK_ENSURE_ELECTRON: script,
    }
    const { status } = await app.run(
      ['init', '--time-zone', 'Asia/Almaty', '--name-en', 'Park', '--data', app.data],
      env,
    )
    expect(status).toBe(0)
    // As Node it would run the script that is its first argument.
    const started = app.start([script, `--data=${app.data}`], env)
    await opened(started)
    await expect.poll(() => logOf(app.data), { timeout: 30_000 }).toBe('')
    expect(app.isMarked()).toBe(false)
    rmSync(app.data, { recursive: true })
  })

  test('holds its window in a sandbox, and no signal opens a door', async () => {
    const started = app.startWindow()
    const window = await opened(started)
    // A process exists before it has locked itself in, and it does so only as it begins to run the page.
    const status = () => readFileSync(`/proc/${window}/status`, 'utf8')
    await expect.poll(status, { timeout: 30_000 }).toMatch(/^Seccomp:\s+2$/mu)
    expect(status()).toMatch(/^NoNewPrivs:\s+1$/mu)
    expect(started.internetSockets()).toEqual([])
    process.kill(started.pid, 'SIGUSR1')
    // The signal ends the program, or is passed over: a second start ends only once it has spoken with the first.
    const second = app.startWindow()
    running.push(second)
    await expect.poll(() => started.isRunning && second.isRunning, { timeout: 30_000 }).toBe(false)
    expect(started.internetSockets()).toEqual([])
    expect(started.said).not.toMatch(/listening on/u)
  })

  test('shows nobody its inside, even where its main process could be spoken to', async () => {
    const open = new GuardedApp(display.name)
    try {
      // Every other fuse stays as it is; this one lets the test speak to the main process.
      await flipFuses(open.ownExecutable(), {
        version: FuseVersion.V1,
        [FuseV1Options.EnableNodeCliInspectArguments]: true,
      })
      const started = open.startWindow()
      await opened(started)
      process.kill(started.pid, 'SIGUSR1')
      const address = /ws:\/\/\S+/u
      await expect.poll(() => address.test(started.said), { timeout: 30_000 }).toBe(true)
      const inspector = address.exec(started.said)?.[0] ?? ''
      // The menu comes when the page has said in which language.
      await expect.poll(() => evaluateIn(inspector, hasMenu), { timeout: 30_000 }).toBe(true)
      const found = await evaluateIn(inspector, lookForDoors)
      expect(found).toEqual({ isPackaged: true, devTools: false, reloaded: 0, roles: [] })
    } finally {
      running.splice(0).forEach((started) => started.kill())
      open.remove()
    }
  })

  test('loads its archive and no folder beside it', async () => {
    const script = markingScript()
    const resources = join(app.program, 'resources')
    const folder = join(resources, 'app')
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ main: 'main.cjs' }))
    writeFileSync(join(folder, 'main.cjs'), readFileSync(script))
    const both = await app.run(['--version'])
    renameSync(join(resources, 'app.asar'), join(resources, 'away.asar'))
    const alone = app.start([])
    await alone.end(5000)
    renameSync(join(resources, 'away.asar'), join(resources, 'app.asar'))
    rmSync(folder, { recursive: true })
    expect(both.status).not.toBe(-1)
    expect(app.isMarked()).toBe(false)
  })
})

const hasMenu = `require('electron').Menu.getApplicationMenu() !== null`

/** Runs in the main process: tries every way to the developer tools and to a reload that a browser has. */
const lookForDoors = `(async () => {
  const { app, BrowserWindow, Menu } = require('electron')
  const window = BrowserWindow.getAllWindows()[0]
  const { webContents } = window
  if (webContents.isLoading()) await new Promise((resolve) => webContents.once('did-stop-loading', resolve))
  let reloaded = 0
  webContents.on('did-start-navigation', (event) => { if (!event.isSameDocument) reloaded += 1 })
  webContents.openDevTools()
  webContents.toggleDevTools()
  webContents.inspectElement(1, 1)
  const keys = [['I', ['control', 'shift']], ['J', ['control', 'shift']], ['C', ['control', 'shift']],
    ['F12', []], ['R', ['control']], ['R', ['control', 'shift']], ['F5', ['control']], ['U', ['control']]]
  for (const [keyCode, modifiers] of keys)
    for (const type of ['keyDown', 'keyUp']) webContents.sendInputEvent({ type, keyCode, modifiers })
  await webContents.executeJavaScript('new Promise((resolve) => requestAnimationFrame(() => resolve(null)))')
  const items = (menu) => menu.items.flatMap((item) => [item.role ?? '', ...(item.submenu ? items(item.submenu) : [])])
  const inner = ['toggledevtools', 'reload', 'forcereload']
  const roles = items(Menu.getApplicationMenu()).filter((role) => inner.includes(role.toLowerCase()))
  const devTools = webContents.isDevToolsOpened() || webContents.devToolsWebContents !== null
  return { isPackaged: app.isPackaged, devTools, reloaded, roles }
})()`

/** What the program's log says of a data process that ended: a foreign library would have ended it. */
function logOf(data: string): string {
  const file = join(data, 'logs', 'parkdesk.log')
  const log = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return log
    .split('\n')
    .filter((line) => line.includes('data process ended'))
    .join('\n')
}
