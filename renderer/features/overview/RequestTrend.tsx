import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrendMonth } from '@shared/features/reports/figures'
import { requestTypes } from '@shared/features/requests/request'
import { codeLabel } from '@shared/kernel/code-lists'
import { useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState } from '../../ui'
import { Chart, chartFont, palettes } from '../../ui/chart'
import { useShade } from '../../ui/shade'
import { Answered } from './Answered'
import { monthRange } from './month-range'
import { trendOption, typesShown } from './trend-option'
import { TrendTable } from './TrendTable'

/** Requests received by type over twelve months; a part of a bar opens its requests. */
export function RequestTrend() {
  const { t } = useTranslation('overview')
  const answer = useApiQuery('overview', 'trend', {})
  const types = useMemo(() => typesShown(answer.data ?? []), [answer.data])
  return (
    <Card title={t('trend')} className="overview-trend" extra={<Legend types={types} />}>
      <Answered answer={answer} lines={6}>
        {(trend) =>
          types.length === 0 ? (
            <EmptyState title={t('trendEmpty')} />
          ) : (
            <>
              <TrendChart trend={trend} types={types} />
              <TrendTable trend={trend} types={types} />
            </>
          )
        }
      </Answered>
    </Card>
  )
}

type ChartProps = { readonly trend: readonly TrendMonth[]; readonly types: ReturnType<typeof typesShown> }

function TrendChart({ trend, types }: ChartProps) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const shade = useShade()
  const navigate = useNavigate()
  const mayOpen = useRights().has('requests.read')
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
    <div className="overview-chart">
      <Chart option={option} label={t('trendLabel')} onSelect={open} />
    </div>
  )
}

function Legend({ types }: { readonly types: ReturnType<typeof typesShown> }) {
  const { language } = useFormat()
  const shade = useShade()
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
