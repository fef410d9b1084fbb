import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Language } from '../../kernel/language'
import { formatCell } from './cells'
import type { Chart } from './model'

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

/** Colours and letters of a chart; the screen passes those of its theme. */
export type ChartLook = {
  readonly text: string
  readonly secondaryText: string
  readonly line: string
  readonly surface: string
  readonly series: readonly [string, string, string, string]
  readonly fontFamily: string
}

/** A chart on white paper. */
export const paperLook: ChartLook = {
  text: '#1b232d',
  secondaryText: '#5a6675',
  line: '#e1e5ea',
  surface: '#ffffff',
  series: ['#0e6ba8', '#e08a00', '#19704f', '#8e5ea2'],
  fontFamily: 'Noto Sans, Noto Sans SC',
}

const rowHeight = 23
const stackedHeight = 235

/** Height in pixels a chart needs to be read at its usual width. */
export function chartHeight(chart: Chart): number {
  return chart.kind === 'bar' ? Math.max(1, chart.categories.length) * rowHeight + 8 : stackedHeight
}

/** What the chart library draws for a chart of the report. */
export function chartOption(chart: Chart, language: Language, look: ChartLook): ChartOption {
  const count = (value: unknown) => formatCell({ kind: 'integer', value: Number(value) }, language)
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily, fontSize: 12, color: look.text },
    // Drawn as SVG text: a tooltip of HTML would need styles the page's policy refuses.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      valueFormatter: count,
    },
    ...(chart.kind === 'bar' ? lyingBars(chart, look, count) : standingStack(chart, look, count)),
  }
}

type Count = (value: unknown) => string

function lyingBars(chart: Chart, look: ChartLook, count: Count): ChartOption {
  return {
    grid: { left: 8, right: 48, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: [...chart.categories],
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: look.text, fontSize: 12, width: 190, overflow: 'truncate' },
    },
    series: chart.series.map((series) => ({
      type: 'bar',
      name: series.name,
      data: [...series.values],
      barWidth: 12,
      itemStyle: { color: look.series[0], borderRadius: 2 },
      label: {
        show: true,
        position: 'right',
        color: look.text,
        fontSize: 12,
        formatter: ({ value }) => count(value),
      },
    })),
  }
}

function standingStack(chart: Chart, look: ChartLook, count: Count): ChartOption {
  return {
    legend: {
      top: 0,
      left: 0,
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 16,
      textStyle: { color: look.text, fontSize: 12 },
    },
    grid: { left: 4, right: 4, top: 32, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: chart.categories.map(onTwoLines),
      axisLine: { lineStyle: { color: look.line } },
      axisTick: { show: false },
      axisLabel: { color: look.secondaryText, fontSize: 11, interval: 0, lineHeight: 14 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: look.line } },
      axisLabel: { color: look.secondaryText, fontSize: 11, formatter: count },
    },
    series: chart.series.map((series, index) => ({
      type: 'bar',
      name: series.name,
      stack: 'all',
      data: [...series.values],
      barWidth: '58%',
      itemStyle: {
        color: look.series[index % look.series.length],
        borderColor: look.surface,
        borderWidth: 0.5,
        ...(index === striped ? { decal: stripes } : {}),
      },
    })),
  }
}

// Blue and green could be mistaken for each other on a grey print; stripes tell the green apart.
const stripes = {
  symbol: 'rect',
  color: 'rgba(255, 255, 255, 0.55)',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
}
const striped = 2

/** Under a narrow column the year goes below the month. */
function onTwoLines(label: string): string {
  return label.replace(/\u00a0(?=\d{4}$)/u, '\n').replace(/^(\d{4}年)(.+)$/u, '$2\n$1')
}
