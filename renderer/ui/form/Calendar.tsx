import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { languageTags } from '../../i18n/i18n'
import { IconButton } from '../IconButton'
import { daysOfMonth, movedDay, movedMonth } from './calendar-days'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

type Props = {
  /** The chosen day, `YYYY-MM-DD`. */
  readonly day: string | null
  readonly onPick: (day: string) => void
}

/** One month at a time, Monday first; arrows move by days, Page Up and Page Down by months. */
export function Calendar({ day, onPick }: Props) {
  const { t } = useTranslation('forms')
  const format = useFormat()
  const today = format.dayOf(Date.now())
  const [focus, setFocus] = useState(day ?? today)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [focus])
  const pressed = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const moved =
      step !== undefined
        ? movedDay(focus, step)
        : event.key === 'PageUp'
          ? movedMonth(focus, -1)
          : event.key === 'PageDown'
            ? movedMonth(focus, 1)
            : null
    if (moved === null) return
    event.preventDefault()
    setFocus(moved)
  }
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconButton icon={ChevronLeft} label={t('monthBefore')} onClick={() => setFocus(movedMonth(focus, -1))} />
        <strong aria-live="polite">{format.month(focus.slice(0, 7))}</strong>
        <IconButton icon={ChevronRight} label={t('monthAfter')} onClick={() => setFocus(movedMonth(focus, 1))} />
      </div>
      <div className="calendar-grid" ref={grid} role="group" aria-label={t('calendar')} onKeyDown={pressed}>
        {weekdays(languageTags[format.language]).map((name) => (
          <span key={name} className="calendar-weekday" aria-hidden>
            {name}
          </span>
        ))}
        {daysOfMonth(focus).map((each) => (
          <button
            key={each}
            type="button"
            tabIndex={each === focus ? 0 : -1}
            className={each.slice(0, 7) === focus.slice(0, 7) ? 'calendar-day' : 'calendar-day calendar-other'}
            aria-label={format.date(each)}
            aria-pressed={each === day}
            aria-current={each === today ? 'date' : undefined}
            onClick={() => onPick(each)}
          >
            {Number(each.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}

/** Short names of the days from Monday on; 1 January 2024 was one. */
function weekdays(tag: string): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)))
}
