import { randomUUID } from 'node:crypto'
import { everyRight } from '@shared/contract/rights'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { exportsTasks } from '../../electron/features/exports'
import { call, startApp, type RunningApp } from './app'
import { printBudget, say } from './measure'
import { benchPark, scratchFolder, taskContext } from './parks'
import { searchQueries } from './search-queries'

const limitMs = 50
const rows = 100_000

/** The longest time for which the window and the main process answer nothing while the heavy jobs run. */
export async function stallBench(): Promise<void> {
  const scratch = scratchFolder()
  try {
    await measure(scratch)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function measure(scratch: string): Promise<void> {
  const park = join(scratch, 'park')
  cpSync(benchPark(rows), park, { recursive: true })
  const file = await newRequests(scratch, park)
  const running = await startApp(park)
  for (const [name, work] of Object.entries(jobs(running, scratch, file))) {
    say(`stalls while: ${name}`)
    await watchMain(running)
    await watchPage(running.page)
    const started = performance.now()
    await work()
    const tookMs = Math.round(performance.now() - started)
    const window = await pageStall(running.page)
    const main = await mainStall(running)
    const figure = Math.max(window, main)
    printBudget({
      budget: `longest stall of window or main process: ${name}`,
      figure,
      unit: 'ms',
      reference: limitMs,
      limit: `≤ ${limitMs} ms`,
      ok: figure <= limitMs,
      detail: { window: Math.round(window * 10) / 10, main: Math.round(main * 10) / 10, tookMs },
    })
  }
  await running.app.close()
}

/** The requests of the park under numbers it does not hold yet. */
async function newRequests(scratch: string, park: string): Promise<string> {
  const path = join(scratch, 'requests.csv')
  const input = {
    register: 'requests',
    format: 'csv',
    language: 'en',
    path,
    rights: [...everyRight],
  } as const
  await exportsTasks['exports.run'](input, taskContext(park))
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^(?=(CUS|LOG|LEX|OTH)-)/gmu, 'N'))
  return path
}

type Job = () => Promise<unknown>

function jobs({ app, page }: RunningApp, scratch: string, file: string): Readonly<Record<string, Job>> {
  const jobId = () => randomUUID()
  const choose = async (purpose: string, path: string) => {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, path)
    const operation = purpose === 'folder' ? 'shell.chooseFolder' : 'shell.chooseFile'
    const input = purpose === 'folder' ? { title: 'bench' } : { purpose, title: 'bench' }
    return (await call<{ token: string }>(page, operation, input)).token
  }
  return {
    // What the machine itself and everything else on it do to a timer.
    nothing: () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 5000))),
    search: async () => {
      for (const text of searchQueries) await call(page, 'search.find', { text, limit: 50 })
    },
    report: async () => {
      const folder = await choose('folder', scratch)
      const input = { kind: 'monthly', period: '2026-10', languages: ['zh', 'ru', 'en'], folder }
      await call(page, 'reports.save', {
        jobId: jobId(),
        ...input,
        formats: ['pdf', 'xlsx', 'docx', 'csv', 'json'],
      })
    },
    export: async () => {
      const chosen = await choose('export', join(scratch, 'requests.xlsx'))
      const input = { register: 'requests', format: 'xlsx', language: 'zh', file: chosen }
      await call(page, 'exports.run', { jobId: jobId(), ...input })
    },
    import: async () => {
      const chosen = await choose('import', file)
      const input = { jobId: jobId(), register: 'requests', file: chosen }
      const { created } = await call<{ created: number }>(page, 'imports.run', input)
      if (created !== rows) throw new Error(`imported ${created}`)
    },
  }
}

async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now()
    let longest = 0
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    })
    channel.port1.start()
    const timer = setInterval(() => channel.port2.postMessage(null), 1)
    Reflect.set(globalThis, 'stopWatching', () => {
      clearInterval(timer)
      return longest
    })
  })
}

function pageStall(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(globalThis, 'stopWatching') as () => number)())
}

async function watchMain({ app }: RunningApp): Promise<void> {
  await app.evaluate(() => {
    const delay = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 2 })
    delay.enable()
    Reflect.set(globalThis, 'loopDelay', delay)
  })
}

/** Milliseconds by which the longest turn of the main process's event loop exceeded the watching interval. */
function mainStall({ app }: RunningApp): Promise<number> {
  return app.evaluate(() => {
    const delay = Reflect.get(globalThis, 'loopDelay') as { disable: () => void; max: number }
    delay.disable()
    return delay.max / 1e6 - 2
  })
}
