import { v7 as newId } from 'uuid'
import type { SampleSize } from '@shared/features/storage/storage'
import type { AnyValues, RegisterName } from '@shared/kernel/registers'
import type { WriteContext } from '../../data/change-log'
import { openWritable } from '../../data/connection'
import { workstationOf } from '../../data/workstation'
import { createRecord } from '../../data/records'
import { inTransaction, runOne, sql, type WritableDb } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { startWaiting } from '../clocks'
import { readPark, readSample, writeSample } from '../settings'
import { demoIncident, demoRequest, demoTenant, type DemoFrame } from './demo-rows'
import { seededRandom } from './random'

/** How large the invented park is, what it varies by, and the instant before which everything happened. */
export type DemoInput = SampleSize & { readonly seed: number; readonly anchor: number }

const fileName = 'sample'

function enterBatch(
  db: WritableDb,
  id: string,
  register: RegisterName,
  rows: number,
  write: WriteContext,
): void {
  runOne(
    db,
    sql`INSERT INTO import_batches (id, register, file_name, at, actor, rows, created, updated, unchanged, rejected)
      VALUES (${id}, ${register}, ${fileName}, ${write.now}, ${write.actor}, ${rows}, ${rows}, 0, 0, 0)`,
  )
}

type Writer = {
  readonly db: WritableDb
  readonly write: Omit<WriteContext, 'batchId'>
  readonly context: TaskContext
}

function createRows(
  writer: Writer,
  register: RegisterName,
  count: number,
  make: (serial: number) => AnyValues,
): { batchId: string; ids: string[] } {
  const batchId = newId()
  const write = { ...writer.write, batchId }
  enterBatch(writer.db, batchId, register, count, write)
  const ids: string[] = []
  for (let serial = 0; serial < count; serial += 1) {
    if (serial % 1000 === 0) {
      writer.context.checkCancelled()
      writer.context.progress('writing', serial, count)
    }
    const values = make(serial)
    const id = createRecord(writer.db, register, values, write)
    if (register === 'requests') startWaiting(writer.db, id, values, write)
    ids.push(id)
  }
  return { batchId, ids }
}

function fill(writer: Writer, input: DemoInput, frame: DemoFrame): void {
  const tenants = createRows(writer, 'tenants', input.tenants, (serial) => demoTenant(serial, frame))
  const [first, ...others] = tenants.ids
  const batches = [tenants.batchId]
  if (first !== undefined) {
    const ids = [first, ...others] as const
    const requests = createRows(writer, 'requests', input.requests, (serial) =>
      demoRequest(serial, ids, frame),
    )
    const incidents = createRows(writer, 'incidents', input.incidents, (serial) =>
      demoIncident(serial, ids, frame),
    )
    batches.push(requests.batchId, incidents.batchId)
  }
  writeSample(writer.db, [...(readSample(writer.db) ?? []), ...batches])
}

/** Task: fills the park with invented tenants, requests and incidents; the same seed makes the same park. */
export function demo(input: DemoInput, context: TaskContext): SampleSize {
  const db = openWritable(context.folder)
  try {
    const frame = { anchor: input.anchor, zone: readPark(db).timeZone, random: seededRandom(input.seed) }
    const write = { actor: context.actor, workstation: workstationOf(context.folder, db), now: Date.now() }
    context.progress('writing', 0, input.tenants + input.requests + input.incidents)
    inTransaction(db, () => fill({ db, write, context }, input, frame))
    return { tenants: input.tenants, requests: input.requests, incidents: input.incidents }
  } finally {
    db.close()
  }
}
