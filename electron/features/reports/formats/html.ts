import { formatCell } from '@shared/features/reports/cells'
import type {
  Chart,
  KeyFigure,
  MethodNote,
  ReportModel,
  Row,
  Section,
  Table,
} from '@shared/features/reports/model'
import type { Language } from '@shared/kernel/language'
import { drawChart } from './chart-svg'
import { printStyle } from './print-style'

const languageTags = { zh: 'zh-CN', ru: 'ru', en: 'en' } as const satisfies Record<Language, string>

/** Tables of more rows than this may go over the end of a page. */
const rowsKeptTogether = 16

/** A report as an HTML document for printing on A4; the style element waits for its nonce. */
export function reportHtml(report: ReportModel): string {
  const sections = report.sections.map((section) => sectionHtml(section, report)).join('\n')
  return `<!doctype html>
<html lang="${languageTags[report.language]}">
<head><meta charset="utf-8"><title>${escaped(documentTitle(report))}</title>
<style nonce="__NONCE__">${printStyle(report.language)}</style></head>
<body>
${headerHtml(report)}
${sections}
<section class="block"><h2>${escaped(report.notesTitle)}</h2>${notesHtml(report.notes)}</section>
</body></html>
`
}

/** A report's name as a document, in the properties of every format. */
export function documentTitle(report: ReportModel): string {
  return [report.title, report.period, report.park].filter(Boolean).join(' · ')
}

/** Text that is only text in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function headerHtml(report: ReportModel): string {
  const facts = report.facts
    .map(({ label, text }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`)
    .join('')
  return `<header><p class="park">${escaped(report.park)}</p><h1>${escaped(report.title)}</h1>
<p class="period">${escaped(report.period)}</p><dl class="facts">${facts}</dl></header>`
}

function sectionHtml(section: Section, report: ReportModel): string {
  const summary = section.key === 'summary'
  const lead = summary ? 'lead' : 'note'
  const paragraphs = section.paragraphs.map((text) => `<p class="${lead}">${escaped(text)}</p>`).join('')
  const charted = new Set(section.charts.map((chart) => chart.key))
  const blocks = section.tables.map((table) => {
    const chart = section.charts.find(({ key }) => key === table.key)
    return tableHtml(table, report.language, chart)
  })
  const loose = section.charts.filter(({ key }) => !section.tables.some((table) => table.key === key))
  return `<section><h2>${escaped(section.title)}</h2>${paragraphs}
${summary ? cardsHtml(section.figures, report) : figuresHtml(section.figures, report)}
${charted.size === 0 ? '' : loose.map((chart) => chartHtml(chart, report.language)).join('')}
${blocks.join('\n')}</section>`
}

function cardsHtml(figures: readonly KeyFigure[], report: ReportModel): string {
  const { language } = report
  const cards = figures.map(
    (figure) => `<div class="card"><p class="label">${escaped(figure.label)}</p>
<p class="value">${escaped(formatCell(figure.value, language))}</p>
<p class="change"><span class="${figure.tone}">${escaped(changeText(figure, language))}</span></p></div>`,
  )
  return `<p class="note">${escaped(report.words.comparedWith)}</p><div class="cards">${cards.join('')}</div>`
}

/** A change with an arrow, so that its direction is not told by colour alone. */
function changeText(figure: KeyFigure, language: Language): string {
  const { change } = figure
  if (change.kind === 'text' || change.value === null) return formatCell(change, language)
  const arrow = change.value === 0 ? '' : change.value > 0 ? '↑ ' : '↓ '
  return `${arrow}${formatCell(change, language)}`
}

function figuresHtml(figures: readonly KeyFigure[], report: ReportModel): string {
  const rows = figures.map((figure) => {
    const cells = [figure.value, figure.previous, figure.change].map(
      (cell) => `<td class="end">${escaped(formatCell(cell, report.language))}</td>`,
    )
    return `<tr><td>${escaped(figure.label)}</td>${cells.join('')}</tr>`
  })
  const heads = [report.period, report.previousPeriod, report.words.change]
    .map((text) => `<th class="end" scope="col">${escaped(text)}</th>`)
    .join('')
  return `<table class="block"><thead><tr><th scope="col">${escaped(report.words.figure)}</th>${heads}</tr></thead>
<tbody>${rows.join('')}</tbody></table>`
}

function tableHtml(table: Table, language: Language, chart: Chart | undefined): string {
  const picture = chart === undefined ? '' : chartHtml(chart, language)
  const title = `<h3>${escaped(table.title)}</h3>`
  if (table.rows.length === 0)
    return `<div class="block">${title}<p class="note">${escaped(table.empty)}</p></div>`
  const heads = table.columns
    .map(
      ({ label, align }) => `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${escaped(label)}</th>`,
    )
    .join('')
  const rows = table.rows.map((row) => rowHtml(row, table, language)).join('')
  const body = `<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
  if (table.rows.length > rowsKeptTogether) return `<div class="block">${title}${picture}</div>${body}`
  return `${picture === '' ? '' : `<div class="block">${title}${picture}</div>`}<div class="block">${picture === '' ? title : ''}${body}</div>`
}

function rowHtml(row: Row, table: Table, language: Language): string {
  const cells = row.cells.map((cell, index) => {
    const end = table.columns[index]?.align === 'end' ? ' class="end"' : ''
    return `<td${end}>${escaped(formatCell(cell, language))}</td>`
  })
  return `<tr${row.total === true ? ' class="total"' : ''}>${cells.join('')}</tr>`
}

function chartHtml(chart: Chart, language: Language): string {
  const { svg } = drawChart(chart, language)
  const labelled = svg.replace('<svg ', `<svg role="img" aria-label="${escaped(chart.description)}" `)
  return `<figure>${labelled}</figure>`
}

function notesHtml(notes: readonly MethodNote[]): string {
  const rows = notes.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`)
  return `<dl class="notes">${rows.join('')}</dl>`
}
