import { randomUUID } from 'node:crypto'
import { everyRight } from '@shared/contract/rights'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openReadable, openWritable } from '../../electron/data/connection'
import { recordTables } from '../../electron/data/records'
import { searchColumns } from '../../electron/data/search-index'
import { inTransaction, type ReadableDb, type WritableDb } from '../../electron/data/sql'
import { exportsTasks } from '../../electron/features/exports'
import { importsTasks } from '../../electron/features/imports'
import type { AnyValues } from '@shared/kernel/registers'
import { median, peakMemory, printBudget, timeOf, timeOfAsync } from './measure'
import { benchPark, makePark, scratchFolder, taskContext } from './parks'

const rows = 100_000
const rounds = 3
const fileName = 'requests.csv'

type Values = unknown[]
type BareRows = {
  readonly batches: Values[]
  readonly requests: Values[]
  readonly search: Values[]
  readonly log: Values[]
}

/** An import of 100,000 requests from CSV against inserting the very rows it leaves in the three tables. */
export async function importBench(): Promise<void> {
  const scratch = scratchFolder()
  try {
    const file = join(scratch, fileName)
    const source = taskContext(benchPark(rows))
    await exportsTasks['exports.run'](
      { register: 'requests', format: 'csv', language: 'en', path: file, rights: [...everyRight] },
      source,
    )
    const empty = join(scratch, 'empty')
    makePark(empty, 0, 0)
    await measure(scratch, empty, file)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function measure(scratch: string, empty: string, file: string): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  let memory = 0
  for (let round = 0; round < rounds; round += 1) {
    const imported = join(scratch, `imported-${round}`)
    cpSync(empty, imported, { recursive: true })
    ours.push(await timeOfAsync(() => importAll(imported, file)))
    if (round === 0) memory = peakMemory()
    const bare = join(scratch, `bare-${round}`)
    cpSync(empty, bare, { recursive: true })
    const bareRows = readRows(imported)
    const db = openWritable(bare)
    theirs.push(timeOf(() => inTransaction(db, () => insertAll(db, bareRows))))
    db.close()
    rmSync(imported, { recursive: true })
    rmSync(bare, { recursive: true })
  }
  const figure = median(ours)
  const reference = median(theirs)
  printBudget({
    budget: 'import of 100,000 valid rows',
    figure,
    unit: 'ms',
    reference,
    limit: '≤ 4 ×',
    ok: figure <= 4 * reference,
    detail: {
      reference:
        'prepared inserts of the same rows into requests, requests_search and change_log in one transaction',
      rounds,
      peakMemoryMb: memory,
    },
  })
}

async function importAll(folder: string, path: string): Promise<void> {
  const input = { jobId: randomUUID(), register: 'requests', path } as const
  const outcome = await importsTasks['imports.run'](input, taskContext(folder))
  if (outcome.created !== rows) throw new Error(`imported ${JSON.stringify(outcome)}`)
}

/** What the import has written, as it is bound. */
function readRows(folder: string): BareRows {
  const db = openReadable(folder)
  const raw = (text: string) => db.prepare(text).raw().all() as Values[]
  const found = {
    batches: raw(`SELECT * FROM import_batches WHERE file_name = '${fileName}'`),
    requests: raw('SELECT * FROM requests ORDER BY seq'),
    search: searchRows(db),
    log: raw(`SELECT * FROM change_log WHERE register = 'requests' ORDER BY seq`),
  }
  db.close()
  return found
}

function searchRows(db: ReadableDb): Values[] {
  const { fields, columns, searchTexts } = recordTables.requests
  const found = db
    .prepare(`SELECT seq, ${columns.join(', ')} FROM requests ORDER BY seq`)
    .raw()
    .iterate()
  const result: Values[] = []
  for (const [seq, ...values] of found as Iterable<Values>) {
    const record = Object.fromEntries(fields.map((field, index) => [field, values[index]])) as AnyValues
    const { raw, stem, pinyin } = searchColumns(searchTexts(record))
    result.push([seq, raw, stem, pinyin])
  }
  return result
}

function insertAll(db: WritableDb, { batches, requests, search, log }: BareRows): void {
  const insert = (target: string, values: Values | undefined) =>
    db.prepare(`INSERT INTO ${target} VALUES (${(values ?? []).map(() => '?').join(', ')})`)
  for (const batch of batches) insert('import_batches', batch).run(...batch)
  const intoRequests = insert('requests', requests[0])
  const intoSearch = insert('requests_search (rowid, raw, stem, pinyin)', search[0])
  const intoLog = insert('change_log', log[0])
  requests.forEach((values, index) => {
    intoRequests.run(...values)
    intoSearch.run(...(search[index] ?? []))
    intoLog.run(...(log[index] ?? []))
  })
}
