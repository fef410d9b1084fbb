import { Button, Input, Popover } from 'antd'
import { CalendarDays } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDateTime } from '@shared/kernel/parse-date'
import { useFormat } from '../../i18n/format'
import { focusBack } from '../focus-back'
import { Calendar } from './Calendar'
import type { InputProps } from './input-props'
import { useTextValue } from './use-text-value'

type Props = InputProps & {
  /** With a time of day, in the park's zone. */
  readonly withTime?: boolean
}

/** A date, typed in any usual way or taken from a calendar; its value is `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`. */
export function DateInput({ value, onChange, onBlur, withTime = false, ...rest }: Props) {
  const { t } = useTranslation('forms')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { text, type, settle } = useTextValue(
    value,
    onChange,
    (raw) => shown(raw, format.date),
    (typed) => written(typed, withTime),
  )
  const [, day, time] = dated.exec(value) ?? []
  const pick = (picked: string) => {
    onChange(withTime ? `${picked} ${time ?? '09:00'}` : picked)
    setOpen(false)
  }
  return (
    <div className="form-date">
      <Input
        {...rest}
        autoComplete="off"
        placeholder={rest.placeholder ?? (withTime ? t('instantHint') : t('dateHint'))}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          settle()
          onBlur?.()
        }}
      />
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        getPopupContainer={(trigger) => trigger.closest('dialog') ?? document.body}
        afterOpenChange={(isShown) => !isShown && focusBack(opener.current)}
        content={<Calendar day={day ?? null} onPick={pick} />}
      >
        <Button
          ref={opener}
          aria-label={t('calendar')}
          title={t('calendar')}
          icon={<CalendarDays size={16} strokeWidth={1.6} aria-hidden />}
        />
      </Popover>
    </div>
  )
}

const dated = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/u

function shown(raw: string, date: (day: string) => string): string {
  const [, day, time] = dated.exec(raw) ?? []
  if (day === undefined) return raw
  return time === undefined ? date(day) : `${date(day)} ${time}`
}

function written(typed: string, withTime: boolean): string {
  const reading = parseDateTime(typed)
  // A time with an offset of its own is kept as it was typed: it is not the park's.
  if (!reading.ok || reading.offsetMinutes !== undefined) return typed
  if (!withTime) return reading.time === undefined ? reading.date : typed
  return `${reading.date} ${(reading.time ?? '00:00').slice(0, 5)}`
}
