import type { EChartsCoreOption } from 'echarts/core'
import type { TrendMonth } from '@shared/features/reports/figures'
import { requestTypes, type RequestType } from '@shared/features/requests/request'
import type { Palette } from '../../ui/chart'

type Words = {
  readonly type: (type: RequestType) => string
  readonly month: (month: string) => string
  readonly integer: (value: number) => string
  readonly font: string
}

/** The types anything was received of, in their fixed order, so that a colour always means the same type. */
export function typesShown(trend: readonly TrendMonth[]): readonly RequestType[] {
  return requestTypes.filter((type) => trend.some((month) => (month.received[type] ?? 0) > 0))
}

/** Stacked bars of requests by type over the months. */
export function trendOption(trend: readonly TrendMonth[], palette: Palette, words: Words): EChartsCoreOption {
  const text = { color: palette.text, fontFamily: words.font, fontSize: 12 }
  return {
    animation: false,
    grid: { left: 0, right: 4, top: 8, bottom: 6, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: text,
      valueFormatter: (value: unknown) => words.integer(Number(value)),
    },
    xAxis: {
      type: 'category',
      data: trend.map(({ month }) => words.month(month)),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { ...text, formatter: words.integer },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: typesShown(trend).map((type) => ({
      type: 'bar',
      name: words.type(type),
      stack: 'received',
      barMaxWidth: 32,
      cursor: 'pointer',
      itemStyle: {
        color: palette.series[requestTypes.indexOf(type)],
        borderColor: palette.surface,
        borderWidth: 1,
        borderRadius: 2,
      },
      data: trend.map((month) => month.received[type] ?? 0),
    })),
  }
}
