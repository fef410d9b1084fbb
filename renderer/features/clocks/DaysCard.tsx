import { Button, Select } from 'antd'
import { CalendarOff, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coveredYears, type CalendarDay, type WorkingWeek } from '@shared/features/clocks/calendar'
import { dayName } from '@shared/features/clocks/holiday-names'
import { withDays } from '@shared/features/clocks/holidays'
import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, IconButton, Tag, useNow, type Tone } from '../../ui'
import { DayDialog } from './DayDialog'
import { hoursText } from './hours-text'
import { TakeOver } from './TakeOver'
import { weekdayWord } from './work-words'

const tones: Readonly<Record<CalendarDay['kind'], Tone>> = {
  holiday: 'good',
  workingDay: 'accent',
  shortDay: 'attention',
}

type Props = {
  readonly days: readonly CalendarDay[]
  readonly week: WorkingWeek
  readonly onChange: (days: readonly CalendarDay[]) => void
}

/** Days that are unlike their weekday: those of a year, added one by one or taken over from a country. */
export function DaysCard({ days, week, onChange }: Props) {
  const { t } = useTranslation('clocks')
  const format = useFormat()
  const thisYear = Number(format.dayOf(useNow()).slice(0, 4))
  const [year, setYear] = useState<number | null>(thisYear)
  const [editing, setEditing] = useState<CalendarDay | 'new' | null>(null)
  const shown = days.filter(({ date }) => year === null || date.startsWith(String(year)))
  const put = (day: CalendarDay) => {
    const others = days.filter((each) => each !== editing)
    onChange(withDays(others, [day]))
    setYear(Number(day.date.slice(0, 4)))
    setEditing(null)
  }
  return (
    <Card title={t('days.title')} extra={<AddButton onAdd={() => setEditing('new')} />}>
      <TakeOver
        days={days}
        week={week}
        year={year ?? thisYear}
        onTaken={(taken, of) => (onChange(taken), setYear(of))}
      />
      <YearTools days={days} year={year} shown={shown.length} onYear={setYear} />
      <DayList
        days={shown}
        year={year}
        onEdit={setEditing}
        onRemove={(gone) => onChange(days.filter(({ date }) => date !== gone.date))}
      />
      {editing !== null && (
        <DayDialog
          day={editing === 'new' ? null : editing}
          taken={days}
          week={week}
          onClose={() => setEditing(null)}
          onDone={put}
        />
      )}
    </Card>
  )
}

function AddButton({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation('clocks')
  return (
    <Button size="small" icon={<Plus size={14} strokeWidth={1.6} aria-hidden />} onClick={onAdd}>
      {t('days.add')}
    </Button>
  )
}

type YearProps = {
  readonly days: readonly CalendarDay[]
  /** Null: all of them. */
  readonly year: number | null
  readonly shown: number
  readonly onYear: (year: number | null) => void
}

/** Which year is shown, and which of this and the next two have no holidays yet. */
function YearTools({ days, year, shown, onYear }: YearProps) {
  const { t } = useTranslation('clocks')
  const thisYear = Number(useFormat().dayOf(useNow()).slice(0, 4))
  const covered = coveredYears(days)
  const years = [...new Set([thisYear, thisYear + 1, thisYear + 2, ...covered])].sort()
  const missing = years.filter((each) => each >= thisYear && !covered.has(each))
  return (
    <div className="clocks-days-tools">
      <Select
        aria-label={t('days.year')}
        value={year ?? 0}
        onChange={(next) => onYear(next === 0 ? null : next)}
        options={[
          { value: 0, label: t('days.allYears') },
          ...years.map((value) => ({ value, label: String(value) })),
        ]}
      />
      <span className="ui-quiet numeric">{t('days.count', { count: shown })}</span>
      {missing.length > 0 && <Tag tone="attention">{t('days.uncovered', { years: missing.join(', ') })}</Tag>}
    </div>
  )
}

function DayList({ year, ...props }: TableProps & Pick<YearProps, 'year'>) {
  const { t } = useTranslation('clocks')
  if (props.days.length > 0) return <DayTable {...props} />
  return (
    <EmptyState
      icon={CalendarOff}
      title={year === null ? t('days.emptyAll') : t('days.empty', { year: String(year) })}
      text={t('days.emptyText')}
    />
  )
}

type TableProps = {
  readonly days: readonly CalendarDay[]
  readonly onEdit: (day: CalendarDay) => void
  readonly onRemove: (day: CalendarDay) => void
}

function DayTable({ days, onEdit, onRemove }: TableProps) {
  const { t } = useTranslation('clocks')
  return (
    <div className="clocks-days">
      <table className="clocks-table">
        <thead>
          <tr>
            <th scope="col">{t('days.date')}</th>
            <th scope="col">{t('days.kind')}</th>
            <th scope="col">{t('days.hours')}</th>
            <th scope="col">{t('days.name')}</th>
            <th scope="col">{t('take.country')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('days.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <DayRow key={day.date} day={day} onEdit={onEdit} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DayRow({ day, onEdit, onRemove }: Omit<TableProps, 'days'> & { readonly day: CalendarDay }) {
  const { t } = useTranslation('clocks')
  const format = useFormat()
  const date = format.date(day.date)
  const country = day.country === null ? undefined : codeLabel('country', day.country, format.language)
  return (
    <tr>
      <th scope="row" className="numeric">
        {date}
        <span className="clocks-weekday">{weekdayWord(day.date, t, format)}</span>
      </th>
      <td>
        <Tag tone={tones[day.kind]}>{t(`kind.${day.kind}`)}</Tag>
      </td>
      <td className="numeric clocks-hours">{hoursText(day.intervals) || '–'}</td>
      <td>
        {dayName(day, format.language)}
        {day.bySighting && <span className="clocks-moon">{t('days.bySighting')}</span>}
      </td>
      <td className="ui-quiet" title={day.source ?? undefined}>
        {country}
      </td>
      <td className="clocks-actions">
        <IconButton icon={Pencil} label={t('days.edit', { date })} onClick={() => onEdit(day)} />
        <IconButton icon={Trash2} label={t('days.remove', { date })} onClick={() => onRemove(day)} />
      </td>
    </tr>
  )
}
