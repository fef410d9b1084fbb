import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from '@resources/locales/en/reports.json'
import ru from '@resources/locales/ru/reports.json'
import zh from '@resources/locales/zh/reports.json'
import { formatCell, plainNumber, roundedText, type NumberCell } from '@shared/features/reports/cells'
import { dateRange, periodBefore, periodName, reportPeriod } from '@shared/features/reports/period-words'
import { languages } from '@shared/kernel/language'
import { reportIn } from '../../../electron/features/reports/report-in'
import { emptyFigures, sampleFigures } from './sample-figures'

const numberCell: fc.Arbitrary<NumberCell> = fc.record({
  kind: fc.constantFrom('integer', 'percent', 'points', 'hours', 'area', 'money'),
  value: fc.option(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), { nil: null }),
  currency: fc.constant('KZT'),
  signed: fc.boolean(),
})

describe('a cell', () => {
  test('is written as each language writes numbers', () => {
    const area: NumberCell = { kind: 'area', value: 2_373_287_500 }
    const change: NumberCell = { kind: 'points', value: -0.0184, signed: true }
    expect(formatCell(area, 'en')).toBe('237,328.75\u00a0m²')
    expect(formatCell(area, 'ru')).toBe('237\u00a0328,75\u00a0м²')
    expect(formatCell(area, 'zh')).toBe('237,328.75\u00a0m²')
    expect(formatCell({ kind: 'percent', value: 0.942 }, 'ru')).toBe('94,2\u00a0%')
    expect(formatCell({ kind: 'percent', value: 0.942 }, 'zh')).toBe('94.2%')
    expect(formatCell(change, 'en')).toBe('\u22121.8\u00a0pp')
    expect(formatCell(change, 'ru')).toBe('\u22121,8\u00a0п.\u00a0п.')
    expect(formatCell({ kind: 'money', value: 5, currency: 'CNY' }, 'en')).toBe('0.05\u00a0CNY')
    expect(formatCell({ kind: 'money', value: 5, currency: 'XXX' }, 'en')).toBe('0.05')
    expect(formatCell({ kind: 'integer', value: 1000, signed: true }, 'en')).toBe('+1,000')
    expect(formatCell({ kind: 'integer', value: 0, signed: true }, 'en')).toBe('0')
  })

  test('over nothing says so', () => {
    expect(languages.map((language) => formatCell({ kind: 'hours', value: null }, language))).toEqual([
      '不适用',
      'н/д',
      'n/a',
    ])
  })

  test('never breaks over two lines and says the same number in every language', () => {
    fc.assert(
      fc.property(numberCell, (cell) => {
        const texts = languages.map((language) => formatCell(cell, language))
        for (const text of texts) expect(text).not.toMatch(/[ \n\t]/u)
        if (cell.value === null) return
        const digits = new Set(texts.map((text) => text.replace(/\D/gu, '')))
        expect([...digits]).toEqual([(plainNumber(cell) ?? '').replace(/\D/gu, '')])
      }),
    )
  })

  test('is rounded half away from zero', () => {
    expect(roundedText(1.005, 0, 2)).toBe('1.01')
    expect(roundedText(-2.5, 0, 0)).toBe('-3')
    expect(roundedText(0.9145, 2, 1)).toBe('91.5')
    expect(roundedText(-0.0001, 0, 2)).toBe('0.00')
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (thousandths) => {
        const expected = (Math.sign(thousandths) * Math.floor((Math.abs(thousandths) + 5) / 10)) / 100
        expect(Number(roundedText(thousandths / 1000, 0, 2))).toBeCloseTo(expected, 10)
      }),
    )
  })
})

describe('a report', () => {
  test.each(languages)('in %s has a cell for every column and words everywhere', (language) => {
    for (const figures of [sampleFigures, emptyFigures]) {
      const report = reportIn(language, figures)
      const texts = [
        report.title,
        report.park,
        report.dates,
        ...report.notes.flatMap((n) => [n.term, n.text]),
      ]
      for (const section of report.sections) {
        texts.push(section.title, ...section.paragraphs, ...section.figures.map((figure) => figure.label))
        for (const table of section.tables) {
          texts.push(table.title, table.empty, ...table.columns.map((column) => column.label))
          for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length)
        }
        for (const chart of section.charts)
          for (const series of chart.series) expect(series.values).toHaveLength(chart.categories.length)
      }
      for (const text of texts) expect(text.trim()).not.toBe('')
    }
  })

  test('says of a breakdown what is missing from the total', () => {
    const { byCountry, active } = sampleFigures.current.tenants
    const named = Object.values(byCountry).reduce((sum, count) => sum + count, 0)
    const section = reportIn('en', sampleFigures).sections.find(({ key }) => key === 'tenants')
    const table = section?.tables.find(({ key }) => key === 'tenants.byCountry')
    const counts = new Map(table?.rows.map((row) => [row.key.split('.').at(-1), row.cells[1]]))
    expect(counts.get('unstated')).toEqual({ kind: 'integer', value: active - named })
    expect(counts.get('total')).toEqual({ kind: 'integer', value: active })
  })

  test('shows a change for the better or for the worse, and none over nothing', () => {
    const [summary] = reportIn('en', sampleFigures).sections
    const figure = (key: string) => summary?.figures.find((one) => one.key === key)
    expect(figure('requests.turnaroundMedian')?.tone).toBe('good')
    expect(figure('requests.openAtEnd')?.tone).toBe('bad')
    expect(figure('requests.onTimeRatio')?.change).toMatchObject({ value: null, kind: 'points' })
    expect(figure('requests.onTimeRatio')?.tone).toBe('neutral')
  })

  test('shows a change that is too small to be seen as none', () => {
    const { current } = sampleFigures
    const requests = { ...current.requests, turnaroundMedian: 26.5935, openAtEnd: 252 }
    const [summary] = reportIn('en', { ...sampleFigures, previous: { ...current, requests } }).sections
    const figure = (key: string) => summary?.figures.find((one) => one.key === key)
    expect(figure('requests.turnaroundMedian')?.change.value).not.toBe(0)
    expect(figure('requests.turnaroundMedian')?.tone).toBe('neutral')
    expect(figure('requests.openAtEnd')?.tone).toBe('bad')
  })

  test('names parks without a name in its language by another name', () => {
    expect(reportIn('en', sampleFigures).park).toBe('霍尔果斯国际合作产业园')
    expect(reportIn('ru', sampleFigures).park).toBe('Индустриальный парк «Хоргос»')
  })
})

describe('periods in words', () => {
  test('are those of each language', () => {
    const name = (kind: 'monthly' | 'quarterly' | 'annual', id: string) =>
      languages.map((language) => periodName(reportPeriod(kind, id), language).replaceAll('\u00a0', ' '))
    expect(name('monthly', '2026-10')).toEqual(['2026年10月', 'октябрь 2026 года', 'October 2026'])
    expect(name('quarterly', '2026-Q3')).toEqual([
      '2026年第三季度',
      'III квартал 2026 года',
      'Third quarter of 2026',
    ])
    expect(name('annual', '2026')).toEqual(['2026年', '2026 год', '2026'])
  })

  test('say first and last day', () => {
    const range = (start: string, end: string) =>
      languages.map((language) => dateRange(start, end, language).replaceAll('\u00a0', ' '))
    expect(range('2026-10-01', '2026-11-01')).toEqual([
      '2026年10月1日至31日',
      '1–31 октября 2026 г.',
      '1–31 October 2026',
    ])
    expect(range('2026-07-01', '2026-10-01')).toEqual([
      '2026年7月1日至2026年9月30日',
      '1 июля 2026 г. – 30 сентября 2026 г.',
      '1 July 2026 – 30 September 2026',
    ])
  })

  test('come after the one before', () => {
    expect(periodBefore('monthly', '2026-01').id).toBe('2025-12')
    expect(periodBefore('quarterly', '2026-Q1').id).toBe('2025-Q4')
    expect(periodBefore('annual', '2026').id).toBe('2025')
  })
})

test('every text exists in all languages and names the same values', () => {
  const names = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)[,}]/gu)].map((match) => match[1]))].sort().join()
  const catalogues: readonly Readonly<Record<string, string>>[] = [zh, ru, en]
  const keys = Object.keys(en).sort()
  for (const catalogue of catalogues) expect(Object.keys(catalogue).sort()).toEqual(keys)
  // Where a plural is chosen, Chinese needs no number to choose it by.
  for (const key of keys.filter((one) => !/plural/u.test(en[one as keyof typeof en])))
    expect(new Set(catalogues.map((catalogue) => names(catalogue[key] ?? ''))).size).toBe(1)
})
