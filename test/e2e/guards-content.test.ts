import { expect, test } from './guards-fixtures'
import { listen } from './support/listener'
import type { Parkdesk } from './support/parkdesk'

/** What the policy refused in the page since it was asked to note it. */
async function noteViolations({ page }: Parkdesk): Promise<void> {
  await page.evaluate(() => {
    const refused: string[] = []
    Reflect.set(globalThis, 'refused', refused)
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
  })
}

async function expectRefused({ page }: Parkdesk, directive: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'refused') as string[]))
    .toContain(directive)
}

async function expectNotRun({ page }: Parkdesk, marks: readonly string[]): Promise<void> {
  expect(await page.evaluate((marks) => marks.filter((mark) => mark in globalThis), marks)).toEqual([])
}

test('scripts in the page, handlers in attributes and text made code do not run', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  await noteViolations(parkdesk)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ranInline = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="globalThis.ranHandler = true">')
  })
  await expectRefused(parkdesk, 'script-src-elem')
  await expectRefused(parkdesk, 'script-src-attr')

  // Scripts that Playwright evaluates are above the policy, so a page under the same one is given a script of its origin.
  await parkdesk.app.evaluate(async ({ net, session }) => {
    const { headers } = await net.fetch('app://parkdesk/index.html')
    const policy = headers.get('content-security-policy') ?? ''
    const code = `try { new Function('globalThis.ranEval = true')() } catch (error) { globalThis.evalError = error.name }
      setTimeout('globalThis.ranTimeout = true')`
    const { protocol } = session.defaultSession
    protocol.unhandle('app')
    protocol.handle('app', ({ url }) =>
      url.endsWith('.js')
        ? new Response(code, { headers: { 'content-type': 'text/javascript' } })
        : new Response('<!doctype html>', {
            headers: { 'content-type': 'text/html', 'content-security-policy': policy },
          }),
    )
  })
  await expectNotRun(parkdesk, ['ranInline', 'ranHandler'])
  await page.reload()
  await noteViolations(parkdesk)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.src = '/eval.js'
    document.body.append(script)
  })
  await page.waitForFunction(() => Reflect.get(globalThis, 'evalError') !== undefined)
  await expectRefused(parkdesk, 'script-src')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'evalError') as unknown)).toBe('EvalError')
  await expectNotRun(parkdesk, ['ranEval', 'ranTimeout'])
  parkdesk.forgive()
})

test('pages come with a policy that begins by refusing everything', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const answer = await parkdesk.app.evaluate(async ({ net }) => {
    const of = async (path: string) => {
      const { headers } = await net.fetch(`app://parkdesk/${path}`)
      return ['content-security-policy', 'content-type', 'x-content-type-options'].map((name) =>
        headers.get(name),
      )
    }
    const html = await (await net.fetch('app://parkdesk/index.html')).text()
    const script = /src="\/?\.?\/?([^"]+\.js)"/u.exec(html)?.[1] ?? ''
    return { page: await of('index.html'), script: await of(script) }
  })
  const [policy, type, sniff] = answer.page
  expect([type, sniff]).toEqual(['text/html; charset=utf-8', 'nosniff'])
  expect(answer.script).toEqual([null, 'text/javascript; charset=utf-8', 'nosniff'])
  const directives = new Map((policy ?? '').split(';').map((part) => [part.trim().split(' ')[0], part]))
  for (const name of ['default-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect(directives.get(name)?.trim()).toBe(`${name} 'none'`)
  }
  expect(directives.get('script-src')?.trim()).toBe(`script-src 'self'`)
  expect(policy).not.toMatch(/unsafe-|https?:|\*/u)
})

test('the scheme serves the files of the window and nothing beside them', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const addresses = [
    'app://parkdesk/../main/main.js',
    'app://parkdesk/%2e%2e/main/main.js',
    'app://parkdesk/..%2fmain%2fmain.js',
    'app://parkdesk/..%5cmain%5cmain.js',
    'app://parkdesk//etc/passwd',
    'app://parkdesk/%2fetc%2fpasswd',
    'app://parkdesk/C:/Windows/win.ini',
    'app://parkdesk/main.js',
    'app://parkdesk/index.html.map',
    'app://parkdesk/index.html%00.js',
    'app://parkdesk/assets/',
    'app://parkdesk/',
    'app://elsewhere/index.html',
    'app://print/index.html',
  ]
  const statuses = await parkdesk.app.evaluate(
    ({ net }, addresses) =>
      Promise.all(
        addresses.map((address) =>
          net.fetch(address).then(
            ({ status }) => status,
            () => 404,
          ),
        ),
      ),
    addresses,
  )
  expect(Object.fromEntries(addresses.map((address, index) => [address, statuses[index]]))).toEqual(
    Object.fromEntries(addresses.map((address) => [address, 404])),
  )
  const file = await parkdesk.page.evaluate(() =>
    fetch('file:///etc/hostname').then(
      () => 'read',
      () => 'refused',
    ),
  )
  expect(file).toBe('refused')
  parkdesk.forgive()
})

test('nothing in the page reaches a server', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  const server = await listen()
  await noteViolations(parkdesk)
  const outcomes = await page.evaluate(
    async ({ origin, port }) => {
      const failed = (promise: Promise<unknown>) =>
        promise.then(
          () => 'reached',
          () => 'refused',
        )
      const loaded = (element: HTMLElement) =>
        failed(
          new Promise((resolve, reject) => {
            element.addEventListener('load', resolve)
            element.addEventListener('error', reject)
            document.body.append(element)
          }),
        )
      const socket = () =>
        failed(
          new Promise((resolve, reject) => {
            const made = new WebSocket(`ws://127.0.0.1:${port}/socket`)
            made.addEventListener('open', resolve)
            made.addEventListener('error', reject)
          }),
        )
      const image = Object.assign(document.createElement('img'), { src: `${origin}/image` })
      const style = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: `${origin}/style`,
      })
      const script = Object.assign(document.createElement('script'), { src: `${origin}/script` })
      navigator.sendBeacon(`${origin}/beacon`, 'x')
      document.body.append(Object.assign(document.createElement('iframe'), { src: `${origin}/frame` }))
      const form = Object.assign(document.createElement('form'), { action: `${origin}/form`, method: 'post' })
      document.body.append(form)
      form.submit()
      return await Promise.all([
        failed(fetch(`${origin}/fetch`)),
        socket(),
        loaded(image),
        loaded(style),
        loaded(script),
      ])
    },
    { origin: server.origin, port: server.port },
  )
  expect(outcomes).toEqual(Array.from(outcomes, () => 'refused'))
  for (const directive of ['connect-src', 'img-src', 'form-action', 'frame-src'])
    await expectRefused(parkdesk, directive)
  expect(server.visits).toEqual([])
  await server.close()
  parkdesk.forgive()
})

test('the window stays where it is and opens no other', async ({ desk }) => {
  const parkdesk = await desk.open({ park: 'empty', language: 'en' })
  const { page } = parkdesk
  const server = await listen()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const before = await page.evaluate(() => ({ href: location.href, title: document.title }))
  const opened = await page.evaluate((origin) => {
    const window_ = window.open(`${origin}/open`)
    for (const address of [
      `${origin}/top`,
      'file:///etc/passwd',
      'data:text/html,gone',
      'javascript:void(document.title="gone")',
    ]) {
      window.location.assign(address)
    }
    const link = Object.assign(document.createElement('a'), {
      href: `${origin}/link`,
      target: '_blank',
      textContent: 'x',
    })
    document.body.append(link)
    link.click()
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
    return window_ === null
  }, server.origin)
  expect(opened).toBe(true)
  await parkdesk.call('storage.status')
  const here = await page.evaluate(() => ({ href: location.href, title: document.title }))
  expect(here).toEqual(before)
  expect(parkdesk.app.windows()).toHaveLength(1)
  expect(server.visits).toEqual([])
  await server.close()
  parkdesk.forgive()
})
