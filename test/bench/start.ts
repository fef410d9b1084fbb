import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { appArguments, electronExecutable, userFolder } from './app'
import { median, printBudget } from './measure'
import { benchPark } from './parks'

const rounds = 5

const emptyMain = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())`

/** From starting the program to figures on the first screen, against Electron showing an empty page. */
export async function startBench(): Promise<void> {
  const park = benchPark(1_000_000)
  // One folder for all starts of each: what a browser keeps there is there for users, too, from their second start on.
  const own = appArguments(userFolder(), park)
  const empty = emptyArguments(emptyApplication())
  const ours: number[] = []
  const theirs: number[] = []
  // The first start of each is not counted: it reads the program from the disk.
  for (let round = 0; round <= rounds; round += 1) {
    const usable = await startOnce(own, whenUsable)
    const loaded = await startOnce(empty, whenPainted)
    if (round === 0) continue
    ours.push(usable)
    theirs.push(loaded)
  }
  const figure = median(ours)
  const reference = median(theirs)
  printBudget({
    budget: 'window usable, 1,000,000 requests',
    figure,
    unit: 'ms',
    reference,
    limit: '≤ 1.5 ×',
    ok: figure <= 1.5 * reference,
    detail: { reference: 'Electron until a page of one word has been painted in its window', rounds },
  })
}

function emptyApplication(): string {
  const folder = join(userFolder(), 'empty')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","main":"main.js"}')
  writeFileSync(join(folder, 'main.js'), emptyMain)
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>empty</title><p>empty</p>')
  return folder
}

function emptyArguments(folder: string): string[] {
  const [first, ...rest] = appArguments(userFolder(), folder)
  const sandbox = first === '--no-sandbox' ? [first] : []
  const user = rest.filter((argument) => argument.startsWith('--user-data-dir='))
  return [...sandbox, folder, ...user]
}

/** Starts the program, waits until its page says it is ready, ends it; the milliseconds in between. */
async function startOnce(args: readonly string[], ready: (page: Page) => Promise<number>): Promise<number> {
  const started = performance.timeOrigin + performance.now()
  const child = spawn(electronExecutable(), ['--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr))
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!page) throw new Error('there is no window')
    const readyAt = await ready(page)
    await browser.close()
    return readyAt - started
  } finally {
    child.kill()
    await ended
  }
}

function debuggingAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const address = /DevTools listening on (\S+)/u.exec(text)?.[1]
      if (address) resolve(address)
    })
    output.once('end', () => reject(new Error(`Electron did not start: ${text}`)))
  })
}

/** Milliseconds since 1970 at which the first figure had been painted, by the page's own clock. */
function whenUsable(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('.overview-figure-value')) return false
          // The second frame begins when the first one, with the figures, has been painted.
          const painted = () => resolve(performance.timeOrigin + performance.now())
          requestAnimationFrame(() => requestAnimationFrame(painted))
          return true
        }
        if (look()) return
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect()
        })
        observer.observe(document, { childList: true, subtree: true })
      }),
  )
}

/** Milliseconds since 1970 at which the page was first painted, which may be before anybody could look. */
function whenPainted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint')
          if (entry) resolve(performance.timeOrigin + entry.startTime)
        })
        observer.observe({ type: 'paint', buffered: true })
      }),
  )
}
