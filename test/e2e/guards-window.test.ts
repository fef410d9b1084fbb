import { mkdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { ReportPage } from './pages/report'

const required = {
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
}

test('every window, that of printing too, is sandboxed, isolated and without Node', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  await parkdesk.app.evaluate(({ app, webContents }) => {
    // `getLastWebPreferences` is what the window really runs with; the type definitions leave it out.
    const note = (contents: Electron.WebContents) => {
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences')
      seen.push(typeof read === 'function' ? Reflect.apply(read, contents, []) : null)
    }
    const seen: unknown[] = []
    Reflect.set(globalThis, 'seenPreferences', seen)
    webContents.getAllWebContents().forEach(note)
    app.on('web-contents-created', (_event, contents) => note(contents))
  })
  const folder = join(desk.folder, 'report')
  mkdirSync(folder)
  const report = new ReportPage(parkdesk)
  await report.goto()
  await report.saveInto(folder)
  const seen = await parkdesk.app.evaluate(
    () => Reflect.get(globalThis, 'seenPreferences') as Record<string, unknown>[],
  )
  expect(seen.length).toBeGreaterThan(1)
  for (const preferences of seen) expect(preferences).toMatchObject(required)
  for (const preferences of seen) expect([undefined, '']).toContain(preferences['enableBlinkFeatures'])
})

test('the system holds the page in a sandbox of its own', async ({ desk }) => {
  const isRoot = process.getuid?.() === 0
  test.skip(process.platform !== 'linux' || isRoot, 'read out of /proc; Chromium has no sandbox for root')
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const [main, renderer] = await parkdesk.app.evaluate(({ BrowserWindow }) => [
    process.pid,
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  ])
  const status = readFileSync(`/proc/${renderer}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\s+2$/mu)
  expect(status).toMatch(/^NoNewPrivs:\s+1$/mu)
  expect(readlinkSync(`/proc/${renderer}/ns/user`)).not.toBe(readlinkSync(`/proc/${main}/ns/user`))
})

test('the page has nothing of Node and knows the bridge alone', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const found = await parkdesk.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
      (name) => name in globalThis,
    ),
    webview: document.createElement('webview').constructor.name,
  }))
  expect(found).toEqual({ node: [], webview: 'HTMLElement' })
  const surface = await parkdesk.page.evaluate(() => {
    const keysOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((key) => [key, keysOf(Reflect.get(value, key))]),
          )
        : typeof value
    return keysOf(Reflect.get(globalThis, 'parkdesk'))
  })
  const operations = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, 'function']))
  const records = 'create get page count viewCounts remove restore update'
  expect(surface).toEqual({
    droppedFile: 'function',
    on: 'function',
    features: {
      drafts: operations('discard find keep list'),
      exports: operations('run'),
      history: operations('ofRecord'),
      imports: operations(
        'batches dryRun inspect problems profiles removeProfile run saveProfile saveRejects undo',
      ),
      incidents: operations(records),
      overview: operations('counts show'),
      reports: operations('figures save'),
      requests: operations(records),
      search: operations('find'),
      settings: operations('layout park preferences saveLayout savePark savePreferences'),
      shell: operations('about appearance cancelJob chooseFile chooseFolder print showInFolder'),
      storage: operations('addSample backup createPark removeSample restore status verify'),
      tenants: operations(`${records} lookup setHeadcount`),
    },
  })
})

test('an event reaches the page as its text and nothing else', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'parkdesk') as {
      on: (name: string, listener: (...all: unknown[]) => void) => void
    }
    bridge.on('changed', (...all) => Reflect.set(globalThis, 'heard', all))
  })
  await parkdesk.call('tenants.create', { values: { name: 'Listener LLC' } })
  await page.waitForFunction(() => Reflect.get(globalThis, 'heard') !== undefined)
  const heard = await page.evaluate(() => Reflect.get(globalThis, 'heard') as unknown[])
  expect(heard).toEqual([expect.stringContaining('"registers"')])
  const refused = await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'parkdesk') as { on: (name: string, listener: () => void) => void }
    try {
      bridge.on('parkdesk:event', () => undefined)
      return false
    } catch {
      return true
    }
  })
  expect(refused).toBe(true)
})

test('there are three channels in, and nobody listens on another', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const channels = await parkdesk.app.evaluate(({ ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    return {
      handled: handlers instanceof Map ? [...handlers.keys()] : [],
      listened: ipcMain.eventNames().map(String),
    }
  })
  // Electron itself listens to `error`.
  expect(channels).toEqual({
    handled: ['parkdesk:call', 'parkdesk:dropped-file'],
    listened: expect.arrayContaining(['error', 'parkdesk:connect']) as string[],
  })
  expect(channels.listened).toHaveLength(2)
})
