import type { RequestType } from '../requests/request'

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/** What the park promises for requests of one type and priority, in working minutes; null: nothing. */
export type ServiceTarget = {
  readonly type: RequestType
  readonly priority: Priority
  readonly firstResponse: number | null
  readonly resolution: number | null
  /** So much working time before it is due, a request is due soon. */
  readonly dueSoon: number
}

/** Nobody promises more than a year of working days. */
export const mostTargetMinutes = 250 * 8 * 60

export const targetMeasures = ['firstResponse', 'resolution', 'dueSoon'] as const
export type TargetMeasure = (typeof targetMeasures)[number]

/** Targets by type and priority. */
export type Targets = ReadonlyMap<string, ServiceTarget>

/** `customs/normal`. */
export function targetKey({ type, priority }: { readonly type: string; readonly priority: string }): string {
  return `${type}/${priority}`
}

/** Targets as they are looked up. */
export function targetsByKey(targets: readonly ServiceTarget[]): Targets {
  return new Map(targets.map((target) => [targetKey(target), target]))
}
