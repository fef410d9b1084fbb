import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { languages } from '@shared/kernel/language'
import { testFolder } from '../support/park'
import { callInProcess, type Said } from './in-process'

let said: Said = { out: '', err: '' }
beforeEach(() => {
  said = { out: '', err: '' }
})

function call(...args: readonly string[]): Promise<number> {
  return callInProcess(said, ['deadline', ...args])
}

const hours = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
]
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
const exceptions = [
  { date: '2026-02-14', intervals: hours },
  ...['16', '17', '18', '19', '20'].map((day) => ({ date: `2026-02-${day}`, intervals: [] })),
]

function calendarFile(content: unknown = { timeZone: 'Asia/Shanghai', week, exceptions }): string {
  const file = join(testFolder(), 'calendar.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const asked = ['--from', '2026-02-13T16:30', '--working-minutes', '960'] as const

test('a deadline over the Spring Festival says which working time was counted', async () => {
  expect(await call('--calendar-file', calendarFile(), ...asked)).toBe(0)
  expect(JSON.parse(said.out)).toEqual({
    deadline: '2026-02-23T16:30',
    intervals: [
      { from: '2026-02-13T16:30', to: '2026-02-13T18:00', minutes: 90 },
      { from: '2026-02-14T09:00', to: '2026-02-14T13:00', minutes: 240 },
      { from: '2026-02-14T14:00', to: '2026-02-14T18:00', minutes: 240 },
      { from: '2026-02-23T09:00', to: '2026-02-23T13:00', minutes: 240 },
      { from: '2026-02-23T14:00', to: '2026-02-23T16:30', minutes: 150 },
    ],
  })
})

test('a pause moves it by the working time it takes away; one that lasts leaves it open', async () => {
  const file = calendarFile()
  const pause = [
    '--pause',
    '2026-02-13T17:30/2026-02-14T09:30',
    '--pause',
    '2026-02-16T10:00/2026-02-18T10:00',
  ]
  expect(await call('--calendar-file', file, ...asked, ...pause, '--json')).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ deadline: '2026-02-23T17:30' })
  said.out = ''
  expect(await call('--calendar-file', file, ...asked, '--pause', '2026-02-14T10:00/')).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ deadline: null })
})

test.each<[string, readonly string[], string]>([
  ['no calendar', asked, '--calendar-file'],
  [
    'a time that is none',
    ['--calendar-file', 'OWN', '--from', '2026-02-30T10:00', '--working-minutes', '1'],
    '2026-02-30',
  ],
  [
    'minutes that are none',
    ['--calendar-file', 'OWN', '--from', '2026-02-13T10:00', '--working-minutes', '-1'],
    '-1',
  ],
  [
    'a pause that ends before it begins',
    ['--calendar-file', 'OWN', ...asked, '--pause', '2026-02-14T10:00/2026-02-14T09:00'],
    '',
  ],
  ['a file that is not there', ['--calendar-file', 'gone.json', ...asked], 'gone.json'],
])('%s is refused in the language of whoever called', async (_name, args, named) => {
  const own = calendarFile()
  const texts = new Set<string>()
  for (const language of languages) {
    said = { out: '', err: '' }
    const given = args.map((arg) => (arg === 'OWN' ? own : arg))
    expect(await call('--lang', language, ...given)).toBe(2)
    expect(said.err).toContain(named)
    expect(said.out).toBe('')
    texts.add(said.err)
  }
  expect(texts.size).toBe(languages.length)
})

test.each<[string, unknown, string]>([
  ['no JSON', 'week: always', 'JSON'],
  ['a day with a wrong name', { timeZone: 'Asia/Shanghai', week: { monday: hours } }, 'week'],
  ['an interval of one time', { timeZone: 'Asia/Shanghai', week: { mon: [['09:00']] } }, 'week.mon.0'],
  ['no working time', { timeZone: 'Asia/Shanghai', week: {} }, '09:00'],
  ['an interval backwards', { timeZone: 'Asia/Shanghai', week: { mon: [['18:00', '09:00']] } }, '18:00'],
])('a calendar file with %s is refused with what is wrong', async (_name, content, named) => {
  expect(await call('--calendar-file', calendarFile(content), ...asked)).toBe(2)
  expect(said.err).toContain(named)
})
