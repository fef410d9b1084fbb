import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportModel } from '@shared/features/reports/model'
import { countFigures } from '../../electron/features/reports/reports.service'
import { reportIn } from '../../electron/features/reports/report-in'
import { rowsOfCell, rowsOfFigure, type RowsLink } from '../../renderer/features/reports/report-links'
import { bridge } from '../support/router'
import { parkArbitrary, storedPark } from '../features/reports/random-park'

type Linked = { readonly key: string; readonly value: number; readonly link: RowsLink }

/** Every number of a report that opens rows. */
function linkedNumbers(model: ReportModel, period: Parameters<typeof rowsOfFigure>[1]): readonly Linked[] {
  return model.sections
    .flatMap((section) => [
      ...section.figures.map(({ key, value }) => ({ key, cell: value, link: rowsOfFigure(key, period) })),
      ...section.tables.flatMap(({ rows }) =>
        rows.flatMap(({ key, cells }) =>
          cells.map((cell, column) => ({
            key: `${key}[${column}]`,
            cell,
            link: rowsOfCell(key, column, period),
          })),
        ),
      ),
    ])
    .flatMap(({ key, cell, link }) =>
      link === undefined || cell.kind === 'text' || cell.value === null
        ? []
        : [{ key, value: cell.value, link }],
    )
}

test('a number of a report opens exactly as many rows as it says', async () => {
  await fc.assert(
    fc.asyncProperty(parkArbitrary, async (park) => {
      const db = storedPark(park)
      try {
        const figures = countFigures(db, 'monthly', '2026-10', Date.UTC(2026, 10, 2))
        const numbers = linkedNumbers(reportIn('en', figures), figures)
        expect(numbers.length).toBeGreaterThan(20)
        const { ask } = bridge(db)
        for (const { key, value, link } of numbers) {
          expect(await ask(`${link.register}.count`, link.filter), key).toBe(value)
        }
      } finally {
        db.close()
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)
