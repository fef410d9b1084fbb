import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  PieChart,
  SVGRenderer,
  TooltipComponent,
])

export type ChartProps = {
  /** echarts' option object; tooltips must use `renderMode: 'richText'` under our security policy. */
  readonly option: EChartsCoreOption
  /** What the chart shows, for a screen reader. */
  readonly label: string
  /** Called with the series' and the item's place when one is pressed. */
  readonly onSelect?: (seriesIndex: number, dataIndex: number) => void
}

/** Draws a chart as SVG and follows the size of its place. */
export function EChart({ option, label, onSelect }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const instance = init(element, undefined, { renderer: 'svg' })
    chart.current = instance
    const observer = new ResizeObserver(() => instance.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      instance.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  useEffect(() => {
    const instance = chart.current
    if (instance === null || onSelect === undefined) return
    const listener = (event: { readonly seriesIndex?: number; readonly dataIndex?: number }) => {
      if (event.seriesIndex !== undefined && event.dataIndex !== undefined) {
        onSelect(event.seriesIndex, event.dataIndex)
      }
    }
    instance.on('click', listener)
    return () => {
      instance.off('click', listener)
    }
  }, [onSelect])
  return (
    <figure className="ui-chart" aria-label={label}>
      <div ref={place} aria-hidden />
    </figure>
  )
}
