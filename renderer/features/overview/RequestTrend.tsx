import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrendMonth } from '@shared/features/reports/figures'
import { requestTypes } from '@shared/features/requests/request'
import { codeLabel } from '@shared/kernel/code-lists'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState } from '../../ui'
import { Chart, chartFont, palettes } from '../../ui/chart'
import { useShade } from '../../ui/shade'
import { monthRange } from './month-range'
import { trendOption, typesShown } from './trend-option'
import { TrendTable } from './TrendTable'

/** Requests received by type over twelve months; a part of a bar opens its requests. */
export function RequestTrend({ trend }: { readonly trend: readonly TrendMonth[] }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const shade = useShade()
  const navigate = useNavigate()
  const mayOpen = useRights().has('requests.read')
  const types = useMemo(() => typesShown(trend), [trend])
  const option = useMemo(
    () =>
      trendOption(trend, palettes[shade], {
        type: (type) => codeLabel('requestType', type, format.language),
        month: (month) => t('monthShort', { month: Number(month.slice(5)), year: month.slice(2, 4) }),
        integer: format.integer,
        font: chartFont(format.language),
      }),
    [format, shade, t, trend],
  )
  const open = useCallback(
    (seriesIndex: number, dataIndex: number) => {
      const type = types[seriesIndex]
      const month = trend[dataIndex]?.month
      if (type === undefined || month === undefined || !mayOpen) return
      const received = { field: 'receivedAt', ...monthRange(month, format.timeZone) }
      void navigate({
        to: '/requests',
        search: { filter: { conditions: [{ field: 'type', in: [type] }, received] } },
      })
    },
    [format.timeZone, mayOpen, navigate, trend, types],
  )
  return (
    <Card title={t('trend')} className="overview-trend" extra={<Legend types={types} shade={shade} />}>
      {types.length === 0 ? (
        <EmptyState title={t('trendEmpty')} />
      ) : (
        <>
          <div className="overview-chart">
            <Chart option={option} label={t('trendLabel')} onSelect={open} />
          </div>
          <TrendTable trend={trend} types={types} />
        </>
      )}
    </Card>
  )
}

type LegendProps = {
  readonly types: ReturnType<typeof typesShown>
  readonly shade: keyof typeof palettes
}

function Legend({ types, shade }: LegendProps) {
  const { language } = useFormat()
  return (
    <ul className="overview-legend">
      {types.map((type) => (
        <li key={type}>
          <span style={{ background: palettes[shade].series[requestTypes.indexOf(type)] }} aria-hidden />
          {codeLabel('requestType', type, language)}
        </li>
      ))}
    </ul>
  )
}
