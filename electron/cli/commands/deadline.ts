import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '@shared/contract/result'
import { checkCalendar, weekdays, type WorkingCalendar } from '@shared/kernel/working-time/calendar'
import { deadlineAfter, type Pause } from '@shared/kernel/working-time/deadline'
import { utcToZoned, zonedToUtc } from '@shared/kernel/zone'
import type { Translator } from '../../platform/i18n'
import { wholeNumber } from '../options'
import type { CommandMaker } from '../program'

type Options = {
  readonly calendarFile?: string
  readonly from?: string
  readonly workingMinutes?: string
  readonly pause: readonly string[]
}

const intervals = z.array(z.tuple([z.string(), z.string()]))

const calendarFile = z.strictObject({
  timeZone: z.string(),
  week: z.partialRecord(z.enum(weekdays), intervals),
  exceptions: z.array(z.strictObject({ date: z.string(), intervals })).default([]),
})

/** Ten years of working days of eight hours. */
const mostMinutes = 10 * 366 * 8 * 60

/** `deadline`: when so much working time has passed, and which time was counted. It needs no park and looks at none. */
export const addDeadline: CommandMaker = (program, t, run) => {
  const command = program.command('deadline').description(t('cli:help.deadline'))
  command
    .option('--calendar-file <file>', t('cli:option.calendarFile'))
    .option('--from <time>', t('cli:option.from'))
    .option('--working-minutes <n>', t('cli:option.workingMinutes'))
    .option('--pause <from/to>', t('cli:option.pause'), (pause, all: string[]) => [...all, pause], [])
  run<Options>(command, ({ t, answer }, options) => {
    const given = (option: string, value: string | undefined): string => {
      if (value === undefined) throw new AppError('usage', { detail: t('cli:usage.missing', { option }) })
      return value
    }
    const calendar = readCalendar(given('--calendar-file', options.calendarFile), t)
    const checked = checkCalendar(calendar)
    const zone = calendar.timeZone
    const from = instant(given('--from', options.from), '--from', zone, t)
    const minutes = given('--working-minutes', options.workingMinutes)
    const wanted = wholeNumber(minutes, '--working-minutes', [0, mostMinutes], t)
    const pauses = options.pause.map((text) => pauseOf(text, zone, t))
    const { at, counted } = deadlineAfter(checked, from, wanted, pauses)
    const result = {
      deadline: at === null ? null : localTime(at, zone),
      intervals: counted.map((span) => ({
        from: localTime(span.from, zone),
        to: localTime(span.to, zone),
        minutes: (span.to - span.from) / 60_000,
      })),
    }
    answer(result, [JSON.stringify(result, undefined, 2)])
  })
}

/** Errors: `file_missing`, `calendar_file_invalid` with the place that is wrong. */
function readCalendar(path: string, t: Translator): WorkingCalendar {
  const file = basename(path)
  let text: string
  try {
    text = readFileSync(resolve(path), 'utf8')
  } catch {
    throw new AppError('file_missing', { file })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new AppError('calendar_file_invalid', { file, detail: t('cli:calendar.notJson') })
  }
  const { success, data, error } = calendarFile.safeParse(value)
  if (success) return data
  const place = error.issues[0]?.path.join('.') || 'JSON'
  throw new AppError('calendar_file_invalid', { file, detail: t('cli:calendar.place', { place }) })
}

/** A local time. Errors: `usage`. */
function instant(text: string, option: string, zone: string, t: Translator): number {
  const [, date = '', time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)$/u.exec(text) ?? []
  try {
    return zonedToUtc(date, time, zone)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_date') throw error
    const allowed = '2026-02-13T16:30'
    throw new AppError('usage', { detail: t('cli:usage.option', { option, value: text, allowed }) })
  }
}

/** `FROM/TO`, without an end for one that lasts. Errors: `usage`. */
function pauseOf(text: string, zone: string, t: Translator): Pause {
  const [from = '', to = ''] = text.split('/')
  const at = (part: string) => instant(part, '--pause', zone, t)
  return { from: at(from), to: to === '' ? null : at(to) }
}

/** `2026-02-24T16:30`, with seconds where there are any. */
function localTime(at: number, zone: string): string {
  const { date, time } = utcToZoned(at, zone)
  return `${date}T${time.replace(/:00$/u, '')}`
}
