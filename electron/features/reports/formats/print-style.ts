import type { Language } from '@shared/kernel/language'
import { fontFiles, fontWeights } from '../../../platform/fonts'

const faces = fontFiles
  .flatMap(({ file, family, range }) =>
    fontWeights.map(
      (weight) =>
        `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('/fonts/${file}-${weight}.woff') format('woff'); unicode-range: ${range}; }`,
    ),
  )
  .join('\n')

// Chinese first where the text is Chinese, so that its quotation marks and dashes take their full width; the names at
// the end are for characters rarer than the fonts that come along.
const families = {
  zh: `'Noto Sans SC', 'Noto Sans', 'Microsoft YaHei', 'PingFang SC', sans-serif`,
  ru: `'Noto Sans', 'Noto Sans SC', 'Microsoft YaHei', sans-serif`,
  en: `'Noto Sans', 'Noto Sans SC', 'Microsoft YaHei', sans-serif`,
} as const satisfies Record<Language, string>

// Without ligatures: a word with one in it is copied and found as what it says.
const layout = `
@page { size: A4; margin: 17mm 17mm 19mm; }
* { box-sizing: border-box; }
html { font-variant-ligatures: none; color: #1b232d; font-size: 9.5pt; line-height: 1.45; }
body { margin: 0; }
h1, h2, h3, p, table, figure, dl, dd, dt { margin: 0; font-weight: inherit; }
h1 { font-size: 21pt; line-height: 1.25; font-weight: 700; }
h2 { font-size: 14pt; line-height: 1.35; font-weight: 700; padding-block-end: 1.2mm; margin-block: 8mm 2.2mm; border-block-end: 0.5mm solid #0e6ba8; }
h3 { font-size: 10.5pt; line-height: 1.4; font-weight: 700; margin-block: 5mm 1.4mm; }
h2, h3 { break-after: avoid; }
header { border-block-start: 1.6mm solid #0e6ba8; padding-block-start: 5mm; }
header .park { font-size: 11pt; color: #5a6675; }
header .period { font-size: 13pt; margin-block-start: 1mm; }
.facts { display: flex; gap: 9mm; margin-block-start: 4mm; padding-block: 2.4mm; border-block: 0.25mm solid #c9d0d8; }
.facts dt { font-size: 8pt; color: #5a6675; }
p { margin-block-end: 1.6mm; text-wrap: pretty; }
p.lead { font-size: 10pt; }
p.note { color: #5a6675; break-after: avoid; }
.cards { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2.4mm; margin-block-start: 3.5mm; padding-inline: 0.2mm; break-inside: avoid; }
.card { border: 0.25mm solid #c9d0d8; border-radius: 1mm; padding: 2.4mm 2.8mm; break-inside: avoid; }
.card .label { font-size: 8pt; line-height: 1.35; color: #5a6675; min-block-size: 2.7em; }
.card .value { font-size: 13.5pt; line-height: 1.35; font-weight: 700; white-space: nowrap; }
.card .change { font-size: 8pt; color: #5a6675; }
.good { color: #19704f; }
.bad { color: #b3261e; }
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { font-size: 8.5pt; font-weight: 700; text-align: start; vertical-align: bottom; color: #5a6675; border-block-end: 0.35mm solid #c9d0d8; }
th, td { padding: 0.85mm 2mm; }
th:first-child, td:first-child { padding-inline-start: 0.5mm; }
th:last-child, td:last-child { padding-inline-end: 0.5mm; }
td { border-block-end: 0.2mm solid #e1e5ea; vertical-align: top; }
.end { text-align: end; white-space: nowrap; }
th.end { white-space: normal; }
tr.total td { font-weight: 700; border-block-start: 0.35mm solid #c9d0d8; border-block-end: 0; }
.block { break-inside: avoid; }
figure svg { display: block; inline-size: 100%; block-size: auto; }
.notes { font-size: 8.5pt; }
.notes div { break-inside: avoid; display: grid; grid-template-columns: 38mm 1fr; gap: 4mm; padding-block: 0.9mm; border-block-end: 0.2mm solid #e1e5ea; }
.notes dt { font-weight: 700; }
`

/** The style sheet of a printed report. */
export function printStyle(language: Language): string {
  return `${faces}\nbody { font-family: ${families[language]}; }\n${layout}`
}
