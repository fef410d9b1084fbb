import { get, sql, type WritableDb } from '../sql'

/** The next number of a series and year, `CUS-2026-000123`; gaps appear only where a record was erased. */
export function nextNumber(
  db: WritableDb,
  series: string,
  year: number,
  digits: number,
  taken: Taken,
): string {
  for (;;) {
    const row = get<{ last: number }>(
      db,
      sql`INSERT INTO number_series (series, year, last) VALUES (${series}, ${year}, 1)
        ON CONFLICT (series, year) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    const number = `${series}-${year}-${String(row?.last ?? 1).padStart(digits, '0')}`
    // Workbooks bring numbers of their own, which may be ahead of the series.
    if (!taken(number)) return number
  }
}

type Taken = (number: string) => boolean
