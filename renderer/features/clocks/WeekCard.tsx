import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usualWeek, type WorkingWeek } from '@shared/features/clocks/calendar'
import { codeLabel } from '@shared/kernel/code-lists'
import { weekdays, type Weekday } from '@shared/kernel/working-time/calendar'
import { usePark } from '../../api/park'
import { useFormat } from '../../i18n/format'
import { Card } from '../../ui'
import { hoursText } from './hours-text'
import type { ReadDraft, WorkingDraft } from './use-working-draft'
import { workWords } from './work-words'

type Props = {
  readonly draft: WorkingDraft
  readonly read: ReadDraft
  readonly onChange: (week: WorkingDraft['week']) => void
}

/** When the offices work on each day of the week, typed as intervals. */
export function WeekCard({ draft, read, onChange }: Props) {
  const { t } = useTranslation(['clocks', 'common'])
  const format = useFormat()
  const { country, timeZone } = usePark()
  const takeUsual = () => {
    const usual = usualWeek(country)
    onChange(Object.fromEntries(weekdays.map((day) => [day, hoursText(usual[day])])) as WorkingDraft['week'])
  }
  return (
    <Card
      title={t('week.title')}
      extra={
        country !== null && (
          <Button size="small" onClick={takeUsual}>
            {t('week.usual', { country: codeLabel('country', country, format.language) })}
          </Button>
        )
      }
    >
      <div className="ui-card-body">
        <p className="ui-quiet">{t('week.hint', { zone: timeZone })}</p>
        <div className="clocks-week">
          {weekdays.map((day) => (
            <DayLine
              key={day}
              day={day}
              typed={draft.week[day]}
              problem={read.weekProblems[day]}
              length={workWords(lengthOf(read.week, [day]), t)}
              onChange={(hours) => onChange({ ...draft.week, [day]: hours })}
            />
          ))}
        </div>
        {read.weekProblems.week !== undefined && (
          <p className="clocks-problem" role="alert">
            {t(`problem.${read.weekProblems.week}`)}
          </p>
        )}
        <p className="clocks-sum numeric">
          {t('week.sum', { length: workWords(lengthOf(read.week, weekdays), t) })}
        </p>
      </div>
    </Card>
  )
}

type LineProps = {
  readonly day: Weekday
  readonly typed: string
  readonly problem: ReadDraft['weekProblems'][Weekday]
  readonly length: string
  readonly onChange: (hours: string) => void
}

function DayLine({ day, typed, problem, length, onChange }: LineProps) {
  const { t } = useTranslation('clocks')
  const id = useId()
  const isFree = typed.trim() === ''
  return (
    <>
      <label htmlFor={id}>{t(`weekday.${day}`)}</label>
      <Input
        id={id}
        value={typed}
        maxLength={120}
        placeholder={t('week.free')}
        status={problem === undefined ? '' : 'error'}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-length`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-length`} className="clocks-length numeric">
        {isFree ? t('week.free') : length}
      </span>
      {problem !== undefined && (
        <p className="clocks-problem" role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
    </>
  )
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function lengthOf(week: WorkingWeek, days: readonly Weekday[]): number {
  const intervals = days.flatMap((day) => week[day])
  return intervals.reduce((sum, [from, to]) => sum + Math.max(0, minutesOf(to) - minutesOf(from)), 0) * 60_000
}
