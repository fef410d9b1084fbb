import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './guards-fixtures'
import { listen } from './support/listener'
import type { Parkdesk } from './support/parkdesk'
import { logged } from './support/program-log'

/** Notes what the program asks the system to open, instead of asking it. */
async function noteOpened({ app }: Parkdesk): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'opened', opened)
    shell.openExternal = (url) => (opened.push(url), Promise.resolve())
    shell.openPath = (path) => (opened.push(path), Promise.resolve(''))
    shell.showItemInFolder = (path) => void opened.push(path)
  })
  return async () => await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])
}

/** Resolves once the first screen is there: until then the page goes to it by itself. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title.includes(' · '))
}

async function place({ page, app }: Parkdesk) {
  return {
    ...(await page.evaluate(() => ({ href: location.href, title: document.title }))),
    windows: app.windows().length,
  }
}

test('a file or an address dropped on the window, and a middle click, lead nowhere', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  const server = await listen()
  await settled(page)
  const file = join(desk.folder, 'dropped.html')
  writeFileSync(file, '<title>gone</title>')
  const before = await place(parkdesk)
  const browser = await page.context().newCDPSession(page)
  const drops = [
    { items: [], files: [file], dragOperationsMask: 1 },
    { items: [{ mimeType: 'text/uri-list', data: `${server.origin}/dropped` }], dragOperationsMask: 1 },
    { items: [{ mimeType: 'text/uri-list', data: `file://${file}` }], dragOperationsMask: 1 },
  ]
  for (const data of drops)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  await page.evaluate((origin) => {
    const link = Object.assign(document.createElement('a'), { href: `${origin}/link`, textContent: 'out' })
    link.style.cssText = 'position:fixed;inset:0;z-index:99999'
    link.id = 'out'
    document.body.append(link)
  }, server.origin)
  await page.mouse.click(300, 300, { button: 'middle' })
  await page.mouse.click(300, 300)
  await page.keyboard.down('Shift')
  await page.mouse.click(300, 300)
  await page.keyboard.up('Shift')
  await parkdesk.call('storage.status')
  expect(await place(parkdesk)).toEqual(before)
  expect(server.visits).toEqual([])
  expect((await logged(parkdesk, 'refused: navigation http://127.0.0.1')).length).toBeGreaterThan(0)
  await server.close()
  parkdesk.forgive()
})

test('nothing makes the program ask the system to open an address or a file', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'zh', language: 'en' })
  const opened = await noteOpened(parkdesk)
  const { page } = parkdesk
  await settled(page)
  const before = await place(parkdesk)
  await page.evaluate(() => {
    for (const href of [
      'javascript:void(document.title="gone")',
      'file:///etc/passwd',
      'smb://host/share',
      '\\\\host\\share\\x.exe',
      'mailto:somebody@example.org',
      'tel:112',
      'ms-msdt:/id',
      'search-ms:query=x',
      'vscode://file/x',
      'x.desktop',
      'x.hta',
    ]) {
      window.open(href)
      const link = Object.assign(document.createElement('a'), { href, target: '_blank', textContent: 'x' })
      document.body.append(link)
      link.click()
      link.target = ''
      link.click()
      link.remove()
    }
  })
  for (const token of ['/etc/passwd', 'file:///etc/passwd', crypto.randomUUID()]) {
    const answer = await parkdesk.callRaw('shell.showInFolder', JSON.stringify({ token }))
    expect(answer.ok, token).toBe(false)
  }
  await parkdesk.call('storage.status')
  expect(await opened()).toEqual([])
  expect(await place(parkdesk)).toEqual(before)
  parkdesk.forgive()
})

test('a page cannot have a file written by downloading it', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  await parkdesk.page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['x'], { type: 'application/octet-stream' }))
    const link = Object.assign(document.createElement('a'), { href, download: 'run.desktop' })
    document.body.append(link)
    link.click()
  })
  await expect.poll(() => logged(parkdesk, 'refused: download')).toHaveLength(1)
  const files = readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => file.includes('run.desktop'))).toEqual([])
  parkdesk.forgive()
})

test('a frame inside the page has no bridge, and a message of anybody else is refused', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const inner = await parkdesk.page.evaluate(async () => {
    const bridgeOf = async (attributes: object) => {
      const frame = Object.assign(document.createElement('iframe'), attributes)
      const settled = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 2000))])
      try {
        return typeof Reflect.get(frame.contentWindow ?? {}, 'parkdesk')
      } catch {
        return 'closed'
      }
    }
    return [await bridgeOf({ src: '/index.html' }), await bridgeOf({ srcdoc: '<p>x' }), await bridgeOf({})]
  })
  expect(inner.filter((found) => found !== 'undefined' && found !== 'closed')).toEqual([])

  const answers = await parkdesk.app.evaluate(async ({ ipcMain, webContents }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...all: unknown[]) => unknown>
    const [sender] = webContents.getAllWebContents()
    const own = { origin: 'app://parkdesk', parent: null, url: 'app://parkdesk/index.html' }
    const gone = {
      get origin() {
        throw new Error('disposed')
      },
    }
    const frames = [
      null,
      gone,
      { ...own, origin: 'app://evil' },
      { ...own, parent: own },
      { ...own, origin: 'null' },
    ]
    const refused = [...handlers].flatMap(([channel, handle]) =>
      frames.map(async (senderFrame) => [
        channel,
        await handle({ sender, senderFrame }, 'shell.about', '{}'),
      ]),
    )
    let posted = 0
    const frame = { ...own, origin: 'app://evil', postMessage: () => (posted += 1) }
    ipcMain.emit('parkdesk:connect', { sender, senderFrame: frame })
    return { refused: await Promise.all(refused), posted }
  })
  const refusal = JSON.stringify({ ok: false, error: { code: 'not_allowed' } })
  expect(answers.refused).toHaveLength(15)
  for (const [channel, answer] of answers.refused)
    expect(answer, String(channel)).toBe(channel === 'parkdesk:call' ? refusal : null)
  expect(answers.posted).toBe(0)
  expect(await logged(parkdesk, 'refused: message on parkdesk:')).toHaveLength(3 * 3 + 1)
  parkdesk.forgive()
})
