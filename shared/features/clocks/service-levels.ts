/** How one promise was kept by the requests closed in a month. */
export type Kept = { readonly met: number; readonly missed: number }

/** Requests closed in a month, of one type or by one officer. */
export type LevelRow = {
  /** A code of the request types, or an officer's name; empty: nobody was named. */
  readonly key: string
  readonly closed: number
  readonly firstResponse: Kept
  readonly resolution: Kept
  /** Medians in milliseconds from receipt to closing: working time without pauses, and all the time that passed. */
  readonly workingTime: number | null
  readonly realTime: number | null
}

/** How the promises of a month were kept. */
export type ServiceLevels = {
  /** `YYYY-MM` */
  readonly month: string
  readonly total: LevelRow
  readonly byType: readonly LevelRow[]
  readonly byOfficer: readonly LevelRow[]
}

/** A closed request as far as it is counted; a deadline of null promised nothing. */
export type ClosedClock = {
  readonly type: string
  readonly officer: string | null
  readonly receivedAt: number
  readonly respondedAt: number
  readonly closedAt: number
  readonly firstDueAt: number | null
  readonly dueAt: number | null
  /** Milliseconds of working time it took. */
  readonly working: number
}

class Tally {
  closed = 0
  readonly firstResponse = { met: 0, missed: 0 }
  readonly resolution = { met: 0, missed: 0 }
  readonly #working: number[] = []
  readonly #real: number[] = []

  add(row: ClosedClock): void {
    this.closed += 1
    judge(this.firstResponse, row.respondedAt, row.firstDueAt)
    judge(this.resolution, row.closedAt, row.dueAt)
    this.#working.push(row.working)
    this.#real.push(row.closedAt - row.receivedAt)
  }

  row(key: string): LevelRow {
    const { closed, firstResponse, resolution } = this
    const times = { workingTime: median(this.#working), realTime: median(this.#real) }
    return { key, closed, firstResponse, resolution, ...times }
  }
}

function judge(kept: { met: number; missed: number }, at: number, dueAt: number | null): void {
  if (dueAt === null) return
  if (at <= dueAt) kept.met += 1
  else kept.missed += 1
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  values.sort((one, other) => one - other)
  const middle = (values.length - 1) / 2
  return ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2
}

/** Counts closed requests by type and by officer, those with the most first. */
export function tallyLevels(month: string, rows: Iterable<ClosedClock>): ServiceLevels {
  const total = new Tally()
  const byType = new Map<string, Tally>()
  const byOfficer = new Map<string, Tally>()
  const tallyOf = (tallies: Map<string, Tally>, key: string): Tally => {
    const tally = tallies.get(key) ?? new Tally()
    tallies.set(key, tally)
    return tally
  }
  for (const row of rows) {
    total.add(row)
    tallyOf(byType, row.type).add(row)
    tallyOf(byOfficer, row.officer ?? '').add(row)
  }
  return { month, total: total.row(''), byType: rowsOf(byType), byOfficer: rowsOf(byOfficer) }
}

function rowsOf(tallies: ReadonlyMap<string, Tally>): LevelRow[] {
  return [...tallies]
    .map(([key, tally]) => tally.row(key))
    .sort((one, other) => other.closed - one.closed || (one.key < other.key ? -1 : 1))
}
