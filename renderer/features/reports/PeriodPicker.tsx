import { Select } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { periodName, reportPeriod } from '@shared/features/reports/period-words'
import { reportKinds, type ReportKind } from '@shared/features/reports/reports.contract'
import { languages } from '@shared/kernel/language'
import { useFormat } from '../../i18n/format'
import { IconButton, useNow } from '../../ui'
import { lastPeriod, movedPeriod } from './periods'
import type { ReportChoice } from './use-report-choice'

/** Periods offered in the list; the arrows lead further back. */
const offered = { monthly: 24, quarterly: 12, annual: 8 } as const satisfies Record<ReportKind, number>

type Props = { readonly choice: ReportChoice; readonly onChange: (change: Partial<ReportChoice>) => void }

/** Kind, period and language of the report. */
export function PeriodPicker({ choice, onChange }: Props) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { kind, period, language } = choice
  const today = format.dayOf(useNow())
  const newest = movedPeriod(kind, lastPeriod(kind, today), 1)
  const listed = Array.from({ length: offered[kind] }, (_, index) => movedPeriod(kind, newest, -index))
  const periods = listed.includes(period) ? listed : [period, ...listed].sort().reverse()
  return (
    <div className="report-picker no-print">
      <Select
        aria-label={t('screen.kind')}
        value={kind}
        onChange={(next) => onChange({ kind: next, period: lastPeriod(next, today) })}
        options={reportKinds.map((value) => ({ value, label: t(`screen.kind.${value}`) }))}
      />
      <span className="report-period">
        <IconButton
          icon={ChevronLeft}
          label={t('screen.periodBefore')}
          onClick={() => onChange({ period: movedPeriod(kind, period, -1) })}
        />
        <Select
          aria-label={t('screen.period')}
          value={period}
          onChange={(next) => onChange({ period: next })}
          options={periods.map((value) => ({
            value,
            label: periodName(reportPeriod(kind, value), format.language),
          }))}
        />
        <IconButton
          icon={ChevronRight}
          label={t('screen.periodAfter')}
          disabled={period >= newest}
          onClick={() => onChange({ period: movedPeriod(kind, period, 1) })}
        />
      </span>
      <Select
        aria-label={t('screen.language')}
        value={language}
        onChange={(next) => onChange({ language: next })}
        options={languages.map((value) => ({ value, label: t(`screen.language.${value}`) }))}
      />
    </div>
  )
}
