import { specOf, type LinesSpec } from '@shared/features/details/part'

const figures: ReadonlySet<string | undefined> = new Set(['decimal', 'money', 'integer'])

/** The classes of a cell of a line table: its column, and whether it holds figures. */
export function cellClass({ fields }: LinesSpec, field: string): string {
  return figures.has(specOf(fields, field)?.kind) ? `lines-${field} lines-figure` : `lines-${field}`
}
