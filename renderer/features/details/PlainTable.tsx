import type { ReactNode } from 'react'

export type PlainColumn<Row> = {
  readonly key: string
  readonly label: string
  readonly figure?: boolean
  readonly cell: (row: Row, index: number) => ReactNode
}

type Props<Row> = {
  readonly title: string
  readonly columns: readonly PlainColumn<Row>[]
  readonly rows: readonly (Row & { readonly line: number })[]
}

/** A short table of lines that are only read. */
export function PlainTable<Row>({ title, columns, rows }: Props<Row>) {
  return (
    <section>
      <h3>{title}</h3>
      <table className="details-table">
        <thead>
          <tr>
            {columns.map(({ key, label, figure }) => (
              <th key={key} scope="col" className={figure === true ? 'details-figure' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.line}>
              {columns.map(({ key, figure, cell }) => (
                <td key={key} className={figure === true ? 'details-figure' : undefined}>
                  {cell(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
