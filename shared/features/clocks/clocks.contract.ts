import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { codesOf } from '../../kernel/code-lists'
import { jobIdSchema } from '../../kernel/job'
import type { weekdays } from '../../kernel/working-time/calendar'
import { requestTypes } from '../requests/request'
import { dayKinds, type CalendarDay, type ParkCalendar } from './calendar'
import { clockNames, type ClockName } from './due-times'
import type { ExplainLine } from './explain'
import type { PauseReason, RequestPause } from './pauses'
import { mostTargetMinutes, priorities, type ServiceTarget } from './targets'
import type { ServiceLevels } from './service-levels'

/** What of the working time can be changed, and the version that guards it. */
export type WorkingTime = ParkCalendar & {
  readonly version: number
  readonly targets: readonly ServiceTarget[]
}

/** A request whose deadlines another calendar or target moves; old and new, null: none, or it stands still. */
export type Moved = {
  readonly id: string
  readonly reference: string
  readonly subject: string | null
  readonly firstResponse: readonly [number | null, number | null] | null
  readonly resolution: readonly [number | null, number | null] | null
}

/** What saving would do. */
export type MovePreview = {
  /** Open requests whose deadlines come from a target. */
  readonly open: number
  readonly moved: number
  /** The first of those that move, by their new deadline. */
  readonly rows: readonly Moved[]
  /** Years that deadlines run into and for which there are no holidays. */
  readonly uncovered: readonly number[]
}

/** Where one clock of a request stands. */
export type ClockState = {
  readonly clock: ClockName
  /** `target`: the program reckons it; `given`: it was typed or imported; null: there is none. */
  readonly rule: 'target' | 'given' | null
  /** Working minutes promised; null where nothing is. */
  readonly target: number | null
  readonly dueAt: number | null
  /** When the first response was given or the request closed; null while the clock runs. */
  readonly stoppedAt: number | null
  /** Milliseconds since receipt, pauses taken away from the working time. */
  readonly used: { readonly working: number; readonly real: number }
  /** Milliseconds of working time; below 0 once it is overdue; null where there is no deadline, and once it has stopped. */
  readonly left: number | null
  readonly isDueSoon: boolean
}

/** The clocks of a request. */
export type RequestClocks = {
  readonly clocks: readonly ClockState[]
  readonly pauses: readonly RequestPause[]
  /** Since when and why the clocks stand still; null while they run. */
  readonly standsStill: { readonly since: number; readonly reason: PauseReason } | null
  /** Years that the clocks run into and for which there are no holidays. */
  readonly uncovered: readonly number[]
}

/** Why a deadline is when it is. */
export type Explanation = {
  readonly clock: ClockName
  readonly receivedAt: number
  /** Working minutes promised. */
  readonly target: number
  /** Null while the clock stands still. */
  readonly dueAt: number | null
  /** What `lines` come to. Another instant than `dueAt` where calendar or target changed after the clock had stopped. */
  readonly reckoned: number | null
  readonly lines: readonly ExplainLine[]
  readonly uncovered: readonly number[]
}

const interval = z.tuple([z.string().max(5), z.string().max(5)]).readonly()
const intervals = z.array(interval).max(12).readonly()
const week = z.strictObject({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
} satisfies Record<(typeof weekdays)[number], typeof intervals>)

const daySchema: z.ZodType<CalendarDay> = z
  .strictObject({
    date: z.iso.date(),
    kind: z.enum(dayKinds),
    intervals,
    note: z.string().trim().min(1).max(200).nullable(),
    holiday: z.string().min(1).max(60).nullable(),
    source: z.string().trim().min(1).max(300).nullable(),
    country: z.enum(codesOf('country')).nullable(),
    bySighting: z.boolean(),
  })
  .refine(({ kind, intervals }) => (kind === 'holiday') === (intervals.length === 0), { path: ['intervals'] })

const minutes = z.number().int().min(1).max(mostTargetMinutes)
const targetSchema: z.ZodType<ServiceTarget> = z.strictObject({
  type: z.enum(requestTypes),
  priority: z.enum(priorities),
  firstResponse: minutes.nullable(),
  resolution: minutes.nullable(),
  dueSoon: z.number().int().min(0).max(mostTargetMinutes),
})

const wanted = {
  jobId: jobIdSchema,
  week,
  days: z.array(daySchema).max(2000),
  targets: z.array(targetSchema).max(requestTypes.length * priorities.length),
}

const noInput = z.strictObject({})
const ofRequest = z.strictObject({ id: z.uuid() })

export const clocksContract = {
  workingTime: query({ right: 'settings.read', input: noInput, output: answers<WorkingTime>() }),
  /** Which deadlines another calendar and other targets would move. */
  preview: query({
    right: 'settings.write',
    also: () => ['requests.read'],
    input: z.strictObject(wanted),
    output: answers<MovePreview>(),
  }),
  /** Keeps calendar and targets and moves the deadlines of open requests, all in one; answers how many. */
  save: command({
    right: 'settings.write',
    also: () => ['requests.read'],
    input: z.strictObject({ ...wanted, version: z.number().int().min(0) }),
    output: answers<{ readonly moved: number }>(),
  }),
  ofRequest: query({ right: 'requests.read', input: ofRequest, output: answers<RequestClocks>() }),
  /** Null where the deadline comes from no target. */
  explain: query({
    right: 'requests.read',
    input: ofRequest.extend({ clock: z.enum(clockNames) }),
    output: answers<Explanation | null>(),
  }),
  /** By `type/priority`: the last instant (ms) at which a request due then is due soon. */
  soonUntil: query({
    right: 'requests.read',
    input: noInput,
    output: answers<Readonly<Record<string, number>>>(),
  }),
  /** How the promises of a month (`YYYY-MM`) were kept, by type and by officer. */
  serviceLevels: query({
    right: 'requests.read',
    also: () => ['reports.read'],
    input: z.strictObject({ jobId: jobIdSchema, month: z.string().max(10) }),
    output: answers<ServiceLevels>(),
  }),
}
