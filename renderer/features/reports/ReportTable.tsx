import type { ReportFigures } from '@shared/features/reports/figures'
import { formatCell, type Row, type Table } from '@shared/features/reports/model'
import type { Language } from '@shared/kernel/language'
import { RowsButton } from './RowsButton'
import { rowsOfCell } from './report-links'

type Props = { readonly table: Table; readonly language: Language; readonly period: ReportFigures }

/** A table of the report; its counts open their rows. */
export function ReportTable({ table, language, period }: Props) {
  const { title, columns, rows, empty } = table
  return (
    <figure className="report-table">
      <figcaption>{title}</figcaption>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.align === 'end' ? 'report-number' : undefined}
                >
                  {breakable(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.key} row={row} language={language} period={period} />
            ))}
          </tbody>
        </table>
      )}
    </figure>
  )
}

/** On paper a period stays on one line; on a narrow screen its heading may take two. */
function breakable(label: string): string {
  return label.replaceAll('\u00a0', ' ')
}

type RowProps = { readonly row: Row; readonly language: Language; readonly period: ReportFigures }

function TableRow({ row, language, period }: RowProps) {
  const [first, ...numbers] = row.cells
  return (
    <tr className={row.total ? 'report-total' : undefined}>
      <th scope="row">{first === undefined ? '' : formatCell(first, language)}</th>
      {numbers.map((cell, index) => (
        <td key={index} className="report-number">
          <RowsButton link={rowsOfCell(row.key, index + 1, period)}>{formatCell(cell, language)}</RowsButton>
        </td>
      ))}
    </tr>
  )
}
