import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { languageTags } from '../../i18n/i18n'
import { IconButton } from '../IconButton'
import { useNow } from '../now'
import { daysOfMonth, movedDay, movedMonth } from './calendar-days'

type Props = {
  /** The chosen day, `YYYY-MM-DD`. */
  readonly day: string | null
  readonly onPick: (day: string) => void
}

/** One month at a time, Monday first; arrows move by days, Page Up and Page Down by months. */
export function Calendar({ day, onPick }: Props) {
  const { t } = useTranslation('forms')
  const format = useFormat()
  const today = format.dayOf(useNow())
  const [focus, setFocus] = useState(day ?? today)
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconButton
          icon={ChevronLeft}
          label={t('monthBefore')}
          onClick={() => setFocus(movedMonth(focus, -1))}
        />
        <strong aria-live="polite">{format.month(focus.slice(0, 7))}</strong>
        <IconButton
          icon={ChevronRight}
          label={t('monthAfter')}
          onClick={() => setFocus(movedMonth(focus, 1))}
        />
      </div>
      <div className="calendar-grid">
        {weekdays(languageTags[format.language]).map((name) => (
          <span key={name} className="calendar-weekday" aria-hidden>
            {name}
          </span>
        ))}
        {daysOfMonth(focus).map((each) => (
          <Day
            key={each}
            day={each}
            chosen={day}
            today={today}
            focus={focus}
            onPick={onPick}
            onMove={setFocus}
          />
        ))}
      </div>
    </div>
  )
}

type DayProps = {
  readonly day: string
  readonly chosen: string | null
  readonly today: string
  readonly focus: string
  readonly onPick: (day: string) => void
  readonly onMove: (day: string) => void
}

function Day({ day, chosen, today, focus, onPick, onMove }: DayProps) {
  const format = useFormat()
  const isOther = day.slice(0, 7) !== focus.slice(0, 7)
  return (
    <button
      type="button"
      ref={day === focus ? takeFocus : undefined}
      tabIndex={day === focus ? 0 : -1}
      className={isOther ? 'calendar-day calendar-other' : 'calendar-day'}
      aria-pressed={day === chosen}
      aria-current={day === today ? 'date' : undefined}
      onClick={() => onPick(day)}
      onKeyDown={(event) => {
        const moved = movedBy(event, day)
        if (moved === null) return
        event.preventDefault()
        onMove(moved)
      }}
    >
      <span aria-hidden>{Number(day.slice(8))}</span>
      <span className="visually-hidden">{format.date(day)}</span>
    </button>
  )
}

function takeFocus(button: HTMLButtonElement | null) {
  button?.focus()
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function movedBy({ key }: KeyboardEvent, day: string): string | null {
  const step = steps[key]
  if (step !== undefined) return movedDay(day, step)
  if (key === 'PageUp') return movedMonth(day, -1)
  return key === 'PageDown' ? movedMonth(day, 1) : null
}

/** Short names of the days from Monday on; 1 January 2024 was one. */
function weekdays(tag: string): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)))
}
