import type { ReportFigures } from '@shared/features/reports/figures'
import type { ReportModel, Section } from '@shared/features/reports/model'
import { chartHeight, chartOption, type ChartLook } from '@shared/features/reports/charts'
import { Chart, chartFont, palettes } from '../../ui/chart'
import { useShade } from '../../ui/shade'
import { languageTags } from '../../i18n/i18n'
import { KeyFigures } from './KeyFigures'
import { ReportTable } from './ReportTable'

type Props = {
  readonly model: ReportModel
  readonly figures: ReportFigures
  /** The report of another period is on its way. */
  readonly busy: boolean
}

/** A report on screen. */
export function ReportView({ model, figures, busy }: Props) {
  return (
    <article className="report" lang={languageTags[model.language]} aria-busy={busy}>
      <header className="report-head">
        <h2>{model.title}</h2>
        <p>{model.period}</p>
        <dl>
          {model.facts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      {model.sections.map((section) => (
        <SectionView key={section.key} section={section} model={model} figures={figures} />
      ))}
      <section className="report-notes">
        <h3>{model.notesTitle}</h3>
        <dl>
          {model.notes.map(({ key, term, text }) => (
            <div key={key}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  )
}

type SectionProps = {
  readonly section: Section
  readonly model: ReportModel
  readonly figures: ReportFigures
}

function SectionView({ section, model, figures }: SectionProps) {
  const look = useLook(model)
  const { title, paragraphs, charts, tables } = section
  return (
    <section className="report-section">
      <h3>{title}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.figures.length > 0 && <KeyFigures figures={section.figures} model={model} period={figures} />}
      <div className="report-blocks">
        {charts.map((chart) => (
          <figure key={chart.key}>
            <figcaption>{chart.title}</figcaption>
            <div style={{ blockSize: chartHeight(chart) }}>
              <Chart option={chartOption(chart, model.language, look)} label={chart.description} />
            </div>
          </figure>
        ))}
        {tables.map((table) => (
          <ReportTable key={table.key} table={table} language={model.language} period={figures} />
        ))}
      </div>
    </section>
  )
}

/** Colours and letters of the charts, by the theme in use. */
function useLook(model: ReportModel): ChartLook {
  const shade = useShade()
  const { series, text, line, surface } = palettes[shade]
  const [one = text, two = text, three = text, four = text] = series
  return {
    text: shade === 'dark' ? '#e5eaf0' : '#1b232d',
    secondaryText: text,
    line,
    surface,
    series: [one, two, three, four],
    fontFamily: chartFont(model.language),
  }
}
