import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { chartHeight, chartOption, paperLook } from '@shared/features/reports/charts'
import type { Chart } from '@shared/features/reports/model'
import type { Language } from '@shared/kernel/language'

use([BarChart, GridComponent, LegendComponent, SVGRenderer])

// There is no canvas to measure text on; the library's own guess takes every Cyrillic letter for as wide as a Han one.
setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, font ?? '') }) })

/** Width in pixels of a chart in a document; it is scaled to the width of the text. */
export const chartWidth = 680

/** A chart of a report and how large it was drawn. */
export type DrawnChart = { readonly svg: string; readonly width: number; readonly height: number }

/** Draws a chart as SVG with presentation attributes only, so that a strict style policy lets it through. */
export function drawChart(chart: Chart, language: Language): DrawnChart {
  const height = chartHeight(chart)
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: chartWidth, height })
  try {
    const { tooltip: _onlyOnScreen, ...option } = chartOption(chart, language, paperLook)
    canvas.setOption(option)
    return { svg: plainSvg(canvas.renderToSVGString()), width: chartWidth, height }
  } finally {
    canvas.dispose()
  }
}

/** Style attributes become presentation attributes; style elements, only of use under a mouse, go. */
function plainSvg(svg: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/gu, '')
    .replace(/ style="([^"]*)"/gu, (_all, style: string) => attributesOf(style))
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .flatMap((declaration) => {
      const [property, value] = declaration.split(/:(.*)/su).map((part) => part.trim())
      return property && value && property !== 'white-space' ? [` ${property}="${value}"`] : []
    })
    .join('')
}

/** Width in pixels, roughly: a Han character is as wide as high, other letters a little over half of that. */
function textWidth(text: string, font: string): number {
  const size = Number(/(\d+(?:\.\d+)?)px/u.exec(font)?.[1] ?? 12)
  return (
    [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/u.test(character) ? 1 : 0.6), 0) * size
  )
}
