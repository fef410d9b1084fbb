import type { ReportFigures } from '@shared/features/reports/figures'
import { formatCell, type KeyFigure, type ReportModel } from '@shared/features/reports/model'
import { RowsButton } from './RowsButton'
import { rowsOfFigure } from './report-links'

type Props = {
  readonly figures: readonly KeyFigure[]
  readonly model: ReportModel
  readonly period: ReportFigures
}

/** Key figures with their change; those that count rows open them. */
export function KeyFigures({ figures, model, period }: Props) {
  const { language } = model
  return (
    <dl className="report-figures">
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{figure.label}</dt>
          <dd className="report-value">
            <RowsButton link={rowsOfFigure(figure.key, period)}>
              {formatCell(figure.value, language)}
            </RowsButton>
          </dd>
          <dd className={`report-change report-change-${figure.tone}`}>
            {formatCell(figure.change, language)} <span>({formatCell(figure.previous, language)})</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
