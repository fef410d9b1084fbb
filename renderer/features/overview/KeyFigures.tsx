import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OverviewFigures } from '@shared/features/overview/overview.contract'
import { useRights } from '../../api/session'
import { useFormat, type Format } from '../../i18n/format'
import { keyFigures, senseOf, type KeyFigure } from './key-figures'
import { monthRange } from './month-range'

/** Five figures of the month with their change; each opens the rows it was counted from. */
export function KeyFigures({ overview }: { readonly overview: OverviewFigures }) {
  return (
    <ul className="overview-figures">
      {keyFigures.map((figure) => (
        <li key={figure.name}>
          <FigureCard figure={figure} overview={overview} />
        </li>
      ))}
    </ul>
  )
}

type CardProps = { readonly figure: KeyFigure; readonly overview: OverviewFigures }

function FigureCard({ figure, overview }: CardProps) {
  const { t } = useTranslation(['overview', 'common'])
  const format = useFormat()
  const value = figure.value(overview.current)
  const before = figure.value(overview.previous)
  const filter = figure.filter(monthRange(overview.month, format.timeZone))
  const mayOpen = useRights().has(`${figure.register}.read`)
  const content = (
    <>
      <span className="overview-figure-name">{t(`figure.${figure.name}`)}</span>
      <span className="overview-figure-value">
        <strong className="numeric">
          {value === null ? t('common:notAvailable') : amount(value, figure, format)}
        </strong>
        {value !== null && <span>{t(`unit.${figure.name}`, { count: Math.round(value) })}</span>}
      </span>
      <Change figure={figure} change={value === null || before === null ? null : value - before} />
    </>
  )
  if (!mayOpen) return <div className="overview-figure">{content}</div>
  return (
    <Link to={`/${figure.register}`} search={{ filter }} className="overview-figure">
      {content}
    </Link>
  )
}

/** Change against the month before: an arrow, the difference and words; colour only repeats them. */
function Change({ figure, change }: { readonly figure: KeyFigure; readonly change: number | null }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  if (change === null) return <span className="overview-figure-change">{t('noComparison')}</span>
  const words = amount(Math.abs(change), figure, format)
  const isZero = !/[1-9]/u.test(words)
  if (isZero) return <span className="overview-figure-change">{t('unchanged')}</span>
  const sense = senseOf(change, figure.better)
  const direction = change > 0 ? 'up' : 'down'
  return (
    <span className="overview-figure-change">
      <span className={`overview-figure-difference overview-figure-${sense} numeric`}>
        <span className={`overview-figure-arrow overview-figure-arrow-${direction}`} aria-hidden />
        {change > 0 ? '+' : '\u2212'}
        {words}
      </span>
      {t('sinceLastMonth')}
    </span>
  )
}

function amount(value: number, figure: KeyFigure, format: Format): string {
  if (figure.unit === 'percent') return format.percent(value)
  return figure.unit === 'hours' ? format.rounded(value, 1) : format.integer(value)
}
