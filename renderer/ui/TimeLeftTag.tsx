import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { minutesUntil, useFormat } from '../i18n/format'
import { useNow } from './now'
import { Tag, type Tone } from './Tag'

const HOUR = 60
const DAY = 24 * HOUR

type Props = {
  /** When the request is due; null where no time was agreed. */
  readonly dueAt: number | null
  /** When it was closed; null while it is open. */
  readonly closedAt: number | null
  readonly cancelled?: boolean
  /** The clock stands still, because somebody else has to act. */
  readonly waiting?: boolean
  /** Little enough is left that somebody should look at it now. */
  readonly soon: boolean
  /** In a narrow column: what is overdue with a minus sign, the words as its title. */
  readonly short?: boolean
}

/** The time a request has left, in words and colour: overdue, soon, later, done. */
export function TimeLeftTag({
  dueAt,
  closedAt,
  cancelled = false,
  waiting = false,
  soon,
  short = false,
}: Props) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const now = useNow()
  if (cancelled) return <Tag>{t('timeCancelled')}</Tag>
  if (dueAt === null && waiting && closedAt === null)
    return (
      <Tag tone="attention" title={t('timeStandsStillTitle')}>
        {t('timeStandsStill')}
      </Tag>
    )
  if (dueAt === null) return <Tag title={t('timeNoDue')}>—</Tag>
  if (closedAt !== null) {
    const late = closedAt > dueAt
    return <Tag tone={late ? 'attention' : 'good'}>{late ? t('timeDoneLate') : t('timeDone')}</Tag>
  }
  const minutes = minutesUntil(dueAt, now)
  return (
    <Tag tone={toneOf(minutes, soon)} title={`${timeLeftWords(minutes, t)}, ${format.instant(dueAt)}`}>
      {short && minutes < 0 ? `\u2212${durationWords(-minutes, t)}` : timeLeftWords(minutes, t)}
    </Tag>
  )
}

function toneOf(minutes: number, soon: boolean): Tone {
  if (minutes < 0) return 'danger'
  return soon ? 'attention' : 'accent'
}

/** Minutes left as words: `1 h 40 min`, `3 d`, `2 h 15 min overdue`. */
export function timeLeftWords(minutes: number, t: TFunction<'common'>): string {
  const length = durationWords(Math.abs(minutes), t)
  return minutes < 0 ? t('timeOverdue', { length }) : length
}

function durationWords(minutes: number, t: TFunction<'common'>): string {
  if (minutes >= 2 * DAY) return t('days', { count: Math.floor(minutes / DAY) })
  if (minutes >= HOUR)
    return t('hoursMinutes', { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR })
  return t('minutes', { count: minutes })
}
