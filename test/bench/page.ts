import type BetterSqlite from 'better-sqlite3'
import { everyRight } from '@shared/contract/rights'
import type { PageRequest } from '@shared/contract/page'
import { openReadable } from '../../electron/data/connection'
import { pageQuery } from '../../electron/data/records'
import type { ReadableDb, SqlQuery } from '../../electron/data/sql'
import { requestList } from '../../electron/features/requests'
import { call, project, startApp, type Bridge, type RunningApp } from './app'
import { median, printBudget } from './measure'
import { benchPark } from './parks'

const rounds = 8
const repetitions = 25
const pageRows = 200

type View = { readonly name: string; readonly request: PageRequest }

/** What the register of requests shows at first sight, and so asks for. */
const fields = [
  'closedAt',
  'dueAt',
  'officer',
  'priority',
  'receivedAt',
  'reference',
  'status',
  'subject',
  'tenantName',
  'type',
]

const request = (filter: object, limit: number): PageRequest => ({
  filter: { conditions: [], deleted: false, ...filter },
  cursor: null,
  fields,
  limit,
})

/** As many rows in both parks: in the small one a tenant has a dozen requests, and some fifty are open or overdue. */
function views(tenantId: string): readonly View[] {
  return [
    { name: 'all', request: request({}, pageRows) },
    { name: 'open', request: request({ view: 'open' }, 40) },
    { name: 'overdue', request: request({ view: 'overdue' }, 40) },
    {
      name: 'overdue by due time',
      request: { ...request({ view: 'overdue' }, 40), sort: { field: 'dueAt', direction: 'asc' } },
    },
    { name: 'tenant', request: request({ conditions: [{ field: 'tenantId', in: [tenantId] }] }, 10) },
    { name: 'text, rare', request: request({ text: 'CUS-2026-0005' }, 10) },
    { name: 'text, in a tenth of all', request: request({ text: '清关' }, pageRows) },
  ]
}

type Park = RunningApp & { readonly folder: string; readonly db: ReadableDb; readonly views: readonly View[] }

async function openPark(requests: number): Promise<Park> {
  const folder = benchPark(requests)
  const running = await startApp(folder)
  const db = openReadable(folder)
  const row = db.prepare('SELECT id FROM tenants ORDER BY seq LIMIT 1').get() as { id: string }
  return { ...running, folder, db, views: views(row.id) }
}

/** A page of the register through the whole way, against its bare statement and against a park of a hundredth. */
export async function pageBench(): Promise<void> {
  const small = await openPark(10_000)
  const large = await openPark(1_000_000)
  for (const park of [small, large]) await call(park.page, 'requests.page', small.views[0]?.request ?? {})
  const [first] = large.views
  if (first) await printWholeWay(large, first)
  await printSizes(small, large)
  await Promise.all([small, large].map(({ app }) => app.close()))
}

async function printWholeWay(park: Park, { request }: View): Promise<void> {
  const whole: number[] = []
  const bare: number[] = []
  const query = pageQuery(
    requestList({ now: Date.now(), dayEnd: Date.now(), soonUntil: () => new Map() }, everyRight),
    request,
  )
  // The first round is not counted: code that has not run yet is slow anywhere.
  for (let round = 0; round <= rounds; round += 1) {
    const times = [await timesInPage(park, request), await timesOfStatement(park, query)] as const
    if (round === 0) continue
    whole.push(...times[0])
    bare.push(...times[1])
  }
  const figure = median(whole)
  const reference = median(bare)
  printBudget({
    budget: 'page of 200 rows through the whole way, 1,000,000 requests',
    figure,
    unit: 'ms',
    reference,
    limit: '≤ 2 × + 1 ms',
    ok: figure <= 2 * reference + 1,
    detail: {
      reference: 'all() of the same prepared statement in the main process of the same running Electron',
      repetitions: whole.length,
    },
  })
}

async function printSizes(small: Park, large: Park): Promise<void> {
  for (const [index, view] of large.views.entries()) {
    const atSmall: number[] = []
    const atLarge: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      atSmall.push(...(await timesInPage(small, small.views[index]?.request ?? view.request)))
      atLarge.push(...(await timesInPage(large, view.request)))
    }
    const figure = median(atLarge)
    const reference = median(atSmall)
    printBudget({
      budget: `same page at 1,000,000 and at 10,000 requests: ${view.name}`,
      figure,
      unit: 'ms',
      reference,
      limit: '≤ 1.5 ×',
      ok: figure <= 1.5 * reference,
      detail: { rows: view.request.limit },
    })
  }
}

/** Milliseconds from asking to the parsed rows, measured by the page. */
async function timesInPage({ page }: Park, request: PageRequest): Promise<number[]> {
  return await page.evaluate(
    async ([input, limit, repetitions]) => {
      const bridge = Reflect.get(globalThis, 'parkdesk') as Bridge
      const times: number[] = []
      for (let index = 0; index < repetitions; index += 1) {
        const started = performance.now()
        const answer = (await bridge.features['requests']?.['page']?.(input)) ?? ''
        const { ok, value } = JSON.parse(answer) as {
          ok: boolean
          value: { columns: string[]; cells: unknown[][] }
        }
        if (!ok) throw new Error(answer)
        // What `unpackPage` does; the page's code cannot be imported here.
        const rows = value.cells.map((values) => {
          const row: Record<string, unknown> = {}
          value.columns.forEach((column, at) => {
            row[column] = values[at]
          })
          return row
        })
        times.push(performance.now() - started)
        if (rows.length !== limit) throw new Error(`a page of ${rows.length} rows, not ${limit}`)
      }
      return times
    },
    [JSON.stringify(request), request.limit, repetitions] as const,
  )
}

/** Milliseconds the same statement takes in the same Electron, with nothing around it. */
async function timesOfStatement({ app, folder }: Park, query: SqlQuery): Promise<number[]> {
  const parts = { project, folder, text: query.text, values: [...query.values], repetitions }
  return await app.evaluate((_electron, { project, folder, text, values, repetitions }) => {
    const require = process.getBuiltinModule('node:module').createRequire(`${project}/package.json`)
    const Database = require('better-sqlite3') as typeof BetterSqlite
    const nativeBinding = process.env['PARKDESK_SQLITE_BINDING']
    const db = new Database(`${folder}/parkdesk.sqlite`, {
      readonly: true,
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    db.pragma('cache_size = -65536')
    const statement = db.prepare(text)
    statement.all(...values)
    const times = Array.from({ length: repetitions }, () => {
      const started = performance.now()
      statement.all(...values)
      return performance.now() - started
    })
    db.close()
    return times
  }, parts)
}
