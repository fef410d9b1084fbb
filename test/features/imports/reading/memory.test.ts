import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { fileOf, testFolder } from './files'
import { makeWorkbook } from './workbook'

const script = join(testFolder, 'worker.mjs')

/** What a reading inside a worker came to. */
type Outcome = { readonly code?: string; readonly rows?: number; readonly peakMb: number }

beforeAll(async () => {
  const root = join(import.meta.dirname, '../../../..')
  const entry = join(root, 'electron/features/imports/reading/index.ts')
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@shared': join(root, 'shared') } },
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: testFolder, rolldownOptions: { output: { entryFileNames: 'reading.mjs' } } },
  })
  // The share of the heap is limited by the worker, what lies outside it shows in the size of the process.
  fileOf(
    'worker.mjs',
    `import { readTable } from './reading.mjs'
    import { parentPort, workerData } from 'node:worker_threads'
    const before = process.memoryUsage().rss
    let peak = 0
    const look = () => { peak = Math.max(peak, process.memoryUsage().rss - before) }
    const timer = setInterval(look, 10)
    const outcome = await readTable(workerData, { onProgress: look }).then((table) => {
      let rows = 0
      for (const row of table.rows) rows += row.cells.length > 0 ? 1 : 0
      return { rows }
    }, (error) => ({ code: error.code ?? String(error) }))
    look()
    clearInterval(timer)
    parentPort.postMessage({ ...outcome, peakMb: peak / 2 ** 20 })`,
  )
})

function readInWorker(path: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: path, resourceLimits: { maxOldGenerationSizeMb: 96 } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Writes a CSV file of many rows without holding it. */
function largeCsv(name: string, rows: number): string {
  const path = join(testFolder, name)
  const file = openSync(path, 'w')
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `C-${from + i};ООО «Ромашка»;таможня;01.03.2026 10:00;12 085,90;\n`,
    )
    writeSync(file, lines.join(''))
  }
  closeSync(file)
  return path
}

it('reads a million rows in a worker of 96 MB', async () => {
  const outcome = await readInWorker(largeCsv('million.csv', 1_000_000))
  expect(outcome.rows).toBe(1_000_000)
  expect(outcome.peakMb).toBeLessThan(450)
}, 60_000)

it('reads a workbook with 400,000 different shared strings in a worker of 96 MB', async () => {
  const strings = Buffer.from(
    `<sst>${Array.from({ length: 400_000 }, (_, i) => `<si><t>Арендатор номер ${i}</t></si>`).join('')}</sst>`,
  )
  const rows = Array.from(
    { length: 100_000 },
    (_, i) => `<row>${[0, 1, 2, 3].map((c) => `<c t="s"><v>${i * 4 + c}</v></c>`).join('')}</row>`,
  ).join('')
  const outcome = await readInWorker(fileOf('strings.xlsx', makeWorkbook({ strings, rows })))
  expect(outcome.rows).toBe(100_000)
  expect(outcome.peakMb).toBeLessThan(300)
}, 60_000)

const long = 15 * 2 ** 20

it.each([
  // smaller than the parts whose ratio is looked at before they are unpacked
  ['spaces', `<worksheet>${' '.repeat(long)}</worksheet>`, 'no_rows'],
  ['text', `<worksheet><row><c t="str"><v>${'x'.repeat(long)}</v></c></row></worksheet>`, 'cell_too_long'],
  ['nesting', '<row>'.repeat(long / 5), 'file_damaged'],
  ['attributes', `<worksheet ${'a="" '.repeat(long / 5)}/>`, 'file_damaged'],
  ['size', Buffer.alloc(300 * 2 ** 20, ' '), 'file_too_large_inside'],
])(
  'a bomb of %s stays small',
  async (name, sheet, code) => {
    const outcome = await readInWorker(fileOf(`${name}.xlsx`, makeWorkbook({ sheet })))
    expect(outcome.code).toBe(code)
    expect(outcome.peakMb).toBeLessThan(200)
  },
  60_000,
)
