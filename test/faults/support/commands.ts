import type { Result } from '@shared/contract/result'
import { all, get, sql, type ReadableDb } from '../../../electron/data/sql'
import { changedReference, type Desk } from './product'

type Incident = { readonly id: string; readonly version: number }

const changesOneRecord = (change: number) => change % 3 === 0
const textOf = (change: number) =>
  Array.from({ length: 1 + (change % 5) * 12 }, () => `${change} копия пропуска 复印件`).join(' ')

/** The n-th of a series of commands: most make an incident, every third changes one that was there before. */
export async function singleCommand(desk: Desk, change: number): Promise<Result<unknown>> {
  if (!changesOneRecord(change)) {
    const values = { reference: `F-${change}`, category: 'theft', severity: 1 + (change % 5) }
    return desk.call('incidents.create', {
      values: { ...values, occurredAt: change * 1000, status: 'reported', description: textOf(change) },
    })
  }
  const found = get<Incident>(
    desk.db,
    sql`SELECT id, version FROM incidents WHERE reference = ${changedReference} AND deleted_at IS NULL`,
  )
  if (!found) throw new Error('the record to change is not there')
  return desk.call('incidents.update', { ...found, values: { description: textOf(change) } })
}

/** What a victim said about its changes. */
export type Told = {
  readonly stored: ReadonlySet<number>
  readonly failed: ReadonlySet<number>
  /** Begun and not heard of again. */
  readonly open: ReadonlySet<number>
  /** May be stored or not: those not heard of again, and those whose disk would not say whether it has taken them. */
  readonly unsure: ReadonlySet<number>
  /** The codes of the failures, `internal` with its cause. */
  readonly codes: readonly string[]
}

/** Reads the lines of a victim. */
export function readTold(lines: readonly string[]): Told {
  const stored = new Set<number>()
  const failed = new Set<number>()
  const open = new Set<number>()
  const unsure = new Set<number>()
  const codes: string[] = []
  for (const line of lines) {
    const [kind, text, ...rest] = line.split(' ')
    const change = Number(text)
    if (kind === 'B') open.add(change)
    if (kind === 'C' || kind === 'F') open.delete(change)
    if (kind === 'C') stored.add(change)
    if (kind === 'F') {
      failed.add(change)
      codes.push(rest.join(' '))
      if (rest[0] === 'disk_error') unsure.add(change)
    }
  }
  return { stored, failed, open, unsure: new Set([...unsure, ...open]), codes }
}

/**
 * Compares a park with what its user was told: everything acknowledged is there with all it belongs to, perhaps what
 * nobody knows of, and nothing else. Answers what is wrong, or null.
 */
export function compareCommands(db: ReadableDb, { stored, unsure }: Told): string | null {
  const rows = all<{ change: number; description: string; entries: number; searchable: number }>(
    db,
    sql`SELECT CAST(substr(i.reference, 3) AS INTEGER) AS change, i.description,
      (SELECT count(*) FROM change_log c WHERE c.record_id = i.id AND c.action = 'created') AS entries,
      (SELECT count(*) FROM incidents_search_docsize d WHERE d.id = i.seq) AS searchable
      FROM incidents i WHERE i.reference LIKE 'F-%'`,
  )
  const found = new Set(rows.map((row) => row.change))
  const half = rows.find(
    (row) => row.description !== textOf(row.change) || row.entries !== 1 || row.searchable !== 1,
  )
  if (half) return `change ${half.change} is stored in part: ${JSON.stringify(half).slice(0, 200)}`
  const lost = [...stored].filter((change) => !changesOneRecord(change) && !found.has(change))
  if (lost.length > 0) return `lost: ${lost.join(' ')}`
  const surplus = [...found].filter((change) => !stored.has(change))
  const wrong = surplus.filter((change) => !unsure.has(change))
  if (wrong.length > 0) return `told failed, but stored: ${wrong.join(' ')}`
  return compareUpdates(db, stored, unsure)
}

function compareUpdates(
  db: ReadableDb,
  stored: ReadonlySet<number>,
  unsure: ReadonlySet<number>,
): string | null {
  const row = get<{ description: string; entries: number }>(
    db,
    sql`SELECT i.description, (SELECT count(*) FROM change_log c WHERE c.record_id = i.id AND c.action = 'updated') AS entries
      FROM incidents i WHERE i.reference = ${changedReference}`,
  )
  if (!row) return 'the changed record is gone'
  const acknowledged = [...stored].filter(changesOneRecord).sort((one, other) => one - other)
  const newest = acknowledged.at(-1) ?? 0
  const now = newest === 0 ? 'as it was' : textOf(newest)
  const ahead = row.entries - acknowledged.length
  if (ahead === 0) return row.description === now ? null : `the changed record went back before ${newest}`
  const later = [...unsure].filter(changesOneRecord)
  const isOneOfThem = later.some((change) => row.description === textOf(change))
  const explained = ahead > 0 && ahead <= later.length && (isOneOfThem || row.description === now)
  return explained ? null : `${ahead} changes more than acknowledged`
}
