import { readFileSync, readlinkSync } from 'node:fs'
import { expect, test } from './guards-fixtures'
import { ReportPage } from './pages/report'
import type { Parkdesk } from './support/parkdesk'
import { inProject } from './support/project'

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
  const report = new ReportPage(parkdesk)
  await report.goto()
  await report.saveInto(desk.makeFolder('report'))
  const seen = await parkdesk.app.evaluate(
    () => Reflect.get(globalThis, 'seenPreferences') as Record<string, unknown>[],
  )
  expect(seen.length).toBeGreaterThan(1)
  for (const preferences of seen) expect(preferences).toMatchObject(required)
  for (const preferences of seen) expect([undefined, '']).toContain(preferences['enableBlinkFeatures'])
  expect(await insidePrinting(parkdesk)).toEqual({ position: 'denied', camera: 'denied', fetched: 'refused' })
})

/** What a page in the session of printing would be allowed: a window of the test's own is put into it. */
async function insidePrinting({ app }: Parkdesk): Promise<unknown> {
  return await app.evaluate(async ({ BrowserWindow, session }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, session: session.fromPartition('print') },
    })
    await window.loadURL('app://print/nothing').catch(() => undefined)
    const state = `async (name) => (await navigator.permissions.query({ name })).state`
    const fetched = `fetch('app://parkdesk/index.html').then(() => 'reached', () => 'refused')`
    const found: unknown = await window.webContents.executeJavaScript(
      `(async () => ({ position: await (${state})('geolocation'), camera: await (${state})('camera'), fetched: await ${fetched} }))()`,
    )
    window.destroy()
    return found
  })
}

test('the system holds the page in a sandbox of its own', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'read out of /proc')
  test.skip(
    !desk.user.sandboxed,
    'root in a container without user namespaces: Chromium has no sandbox there',
  )
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const [main, renderer] = await parkdesk.app.evaluate(({ BrowserWindow }) => [
    process.pid,
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  ])
  const uid = /^Uid:\s+(\d+)/mu.exec(readFileSync(`/proc/${main}/status`, 'utf8'))?.[1]
  expect(Number(uid)).not.toBe(0)
  expect(readFileSync(`/proc/${main}/cmdline`, 'utf8').split('\0')).not.toContain('--no-sandbox')
  const status = readFileSync(`/proc/${renderer}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\s+2$/mu)
  expect(status).toMatch(/^NoNewPrivs:\s+1$/mu)
  for (const space of ['user', 'net', 'pid'])
    expect(readlinkSync(`/proc/${renderer}/ns/${space}`)).not.toBe(readlinkSync(`/proc/${main}/ns/${space}`))
})

test('Chromium and Electron find nothing to warn of', async ({ desk }) => {
  const parkdesk = await desk.open({
    park: 'empty',
    language: 'en',
    environment: { ELECTRON_ENABLE_SECURITY_WARNINGS: '1' },
  })
  const said: string[] = []
  parkdesk.page.on('console', (message) => said.push(message.text()))
  await parkdesk.page.reload()
  await expect(parkdesk.page.getByRole('heading', { level: 1 })).toBeVisible()
  // Electron warns once a page has loaded; a word of the page's own afterwards shows that the warnings would be here.
  await parkdesk.page.evaluate(() => globalThis.console.log('all said'))
  await expect.poll(() => said).toContain('all said')
  expect(said.filter((text) => /security warning/iu.test(text))).toEqual([])
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
  expect(surface).toEqual({
    droppedFile: 'function',
    on: 'function',
    pastedPicture: 'function',
    features: committedFeatures(),
  })
})

/** The bridge as the committed list has it. */
function committedFeatures(): unknown {
  const list = readFileSync(inProject('electron/preload/operations.json'), 'utf8')
  const places = JSON.parse(list) as Record<string, Record<string, string[]>>
  const features: Record<string, Record<string, 'function'>> = {}
  for (const place of Object.values(places))
    for (const [feature, names] of Object.entries(place))
      for (const name of names) (features[feature] ??= {})[name] = 'function'
  return features
}

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

test('there are four channels in, and nobody listens on another', async ({ desk }) => {
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
    handled: ['parkdesk:call', 'parkdesk:dropped-file', 'parkdesk:pasted-picture'],
    listened: expect.arrayContaining(['error', 'parkdesk:connect']) as string[],
  })
  expect(channels.listened).toHaveLength(2)
})
