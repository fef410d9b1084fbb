import { openReadable } from '../../electron/data/connection'
import { everyRight } from '@shared/contract/rights'
import { countedMatches } from '@shared/features/search/search.contract'
import { matchQuery } from '../../electron/data/search-index'
import { searchAll } from '../../electron/features/search'
import { median, percentile, printBudget, timeOf } from './measure'
import { benchPark } from './parks'
import { searchQueries } from './search-queries'

const limit = 50
const rounds = 5
const maximumMs = 50

/** Search over 1,000,000 requests against FTS5 asked directly: the best fifty rows of the one large index. */
export function searchBench(): void {
  const db = openReadable(benchPark(1_000_000))
  const bare = db.prepare(
    'SELECT rowid FROM requests_search WHERE requests_search MATCH ? ORDER BY rank LIMIT 50',
  )
  const ours: number[] = []
  const theirs: number[] = []
  const slowest: { query: string; ms: number; bareMs: number; total: number }[] = []
  for (const query of searchQueries) {
    const bounds = { limit, counted: countedMatches }
    const found = searchAll(db, query, bounds, everyRight)
    const match = matchQuery(query)
    bare.all(match)
    const times = Array.from({ length: rounds }, (): [number, number] => [
      timeOf(() => searchAll(db, query, bounds, everyRight)),
      timeOf(() => bare.all(match)),
    ])
    ours.push(...times.map(([time]) => time))
    theirs.push(...times.map(([, time]) => time))
    const round = (values: number[]) => Math.round(median(values) * 10) / 10
    slowest.push({
      query,
      ms: round(times.map(([time]) => time)),
      bareMs: round(times.map(([, time]) => time)),
      total: found.total,
    })
  }
  db.close()
  const figure = percentile(ours, 0.95)
  const reference = percentile(theirs, 0.95)
  printBudget({
    budget: 'search, p95, 1,000,000 requests',
    figure,
    unit: 'ms',
    reference,
    limit: '≤ 1.5 × and ≤ 50 ms',
    ok: figure <= 1.5 * reference && figure <= maximumMs,
    detail: {
      reference: 'SELECT rowid … MATCH … ORDER BY rank LIMIT 50 on the index of requests',
      queries: searchQueries.length,
      median: Math.round(median(ours) * 100) / 100,
      referenceMedian: Math.round(median(theirs) * 100) / 100,
      slowest: slowest.sort((one, other) => other.ms - one.ms).slice(0, 8),
    },
  })
}
