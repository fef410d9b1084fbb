import { Button, Select } from 'antd'
import { CalendarOff, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coveredYears, weekdayOf, type CalendarDay, type WorkingWeek } from '@shared/features/clocks/calendar'
import { dayName } from '@shared/features/clocks/holiday-names'
import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'
import { Card, EmptyState, IconButton, Tag, useNow, type Tone } from '../../ui'
import { DayDialog } from './DayDialog'
import { hoursText } from './hours-text'
import { TakeOver } from './TakeOver'

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
  const years = [...new Set([thisYear, thisYear + 1, thisYear + 2, ...coveredYears(days)])].sort()
  const missing = years.filter((each) => each >= thisYear && !coveredYears(days).has(each))
  const shown = days.filter(({ date }) => year === null || date.startsWith(String(year)))
  const put = (day: CalendarDay) => {
    const others = days.filter(({ date }) => date !== day.date && date !== (editing as CalendarDay).date)
    onChange([...others, day].sort((one, other) => (one.date < other.date ? -1 : 1)))
    setYear(Number(day.date.slice(0, 4)))
    setEditing(null)
  }
  return (
    <Card
      title={t('days.title')}
      extra={
        <Button
          size="small"
          icon={<Plus size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('days.add')}
        </Button>
      }
    >
      <TakeOver
        days={days}
        week={week}
        year={year ?? thisYear}
        onTaken={(taken, of) => (onChange(taken), setYear(of))}
      />
      <div className="clocks-days-tools">
        <Select
          aria-label={t('days.year')}
          value={year ?? 0}
          onChange={(next) => setYear(next === 0 ? null : next)}
          options={[
            { value: 0, label: t('days.allYears') },
            ...years.map((value) => ({ value, label: String(value) })),
          ]}
        />
        <span className="ui-quiet numeric">{t('days.count', { count: shown.length })}</span>
        {missing.length > 0 && (
          <Tag tone="attention">{t('days.uncovered', { years: missing.join(', ') })}</Tag>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={CalendarOff}
          title={year === null ? t('days.emptyAll') : t('days.empty', { year: String(year) })}
          text={t('days.emptyText')}
        />
      ) : (
        <DayTable
          days={shown}
          onEdit={setEditing}
          onRemove={(gone) => onChange(days.filter(({ date }) => date !== gone.date))}
        />
      )}
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
            <th scope="col">{t('days.source')}</th>
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
        <span className="clocks-weekday">{t(`weekday.${weekdayOf(day.date)}`)}</span>
      </th>
      <td>
        <Tag tone={tones[day.kind]}>{t(`kind.${day.kind}`)}</Tag>
      </td>
      <td className="numeric clocks-hours">{hoursText(day.intervals) || '–'}</td>
      <td>
        {dayName(day, format.language)}
        {day.bySighting && <span className="clocks-moon">{t('days.bySighting')}</span>}
      </td>
      <td className="ui-quiet">{[country, day.source].filter((text) => text != null).join(' · ')}</td>
      <td className="clocks-actions">
        <IconButton icon={Pencil} label={t('days.edit', { date })} onClick={() => onEdit(day)} />
        <IconButton icon={Trash2} label={t('days.remove', { date })} onClick={() => onRemove(day)} />
      </td>
    </tr>
  )
}
