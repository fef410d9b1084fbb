import type { RequestType } from '../requests/request'

/** The status a request takes when it comes to a stage; waiting and cancelling leave the stage as it is. */
type StageStatus = 'new' | 'in_progress' | 'closed'

/** Fields of a request that a stage may ask for. */
export const neededFields = ['officer', 'direction', 'transportMode'] as const
export type NeededField = (typeof neededFields)[number]

type StageSpec = {
  readonly status: StageStatus
  /** Where the work usually goes from here, the usual way first. */
  readonly next: readonly string[]
  /** What must be filled in before a request comes here. */
  readonly needs?: readonly NeededField[]
}

type Flow = Readonly<Record<string, StageSpec>>

const officer = ['officer'] as const
const archived = { status: 'closed', next: [] } as const satisfies StageSpec

/**
 * The stages of each type in the order of the work. The first is that of a request just taken in, the first closed one
 * ends the work, `archived` puts the papers away. Status codes stay the six that figures are counted by.
 */
export const flows = {
  customs: {
    accepted: { status: 'new', next: ['documents_ready'] },
    documents_ready: { status: 'in_progress', next: ['declared'], needs: officer },
    declared: {
      status: 'in_progress',
      next: ['released', 'under_control', 'duties_assessed'],
      needs: ['officer', 'direction'],
    },
    under_control: { status: 'in_progress', next: ['duties_assessed', 'released'], needs: officer },
    duties_assessed: { status: 'in_progress', next: ['duties_paid'], needs: officer },
    duties_paid: { status: 'in_progress', next: ['released', 'under_control'], needs: officer },
    released: { status: 'in_progress', next: ['delivered'], needs: officer },
    delivered: { status: 'closed', next: ['archived'], needs: officer },
    archived,
  },
  logistics: {
    accepted: { status: 'new', next: ['quoted', 'booked'] },
    quoted: { status: 'in_progress', next: ['booked'], needs: officer },
    booked: { status: 'in_progress', next: ['loaded'], needs: ['officer', 'transportMode'] },
    loaded: { status: 'in_progress', next: ['departed'], needs: officer },
    departed: { status: 'in_progress', next: ['at_border', 'arrived'], needs: officer },
    at_border: { status: 'in_progress', next: ['arrived'], needs: officer },
    arrived: { status: 'in_progress', next: ['handed_over'], needs: officer },
    handed_over: { status: 'closed', next: ['archived'], needs: officer },
    archived,
  },
  legal: {
    accepted: { status: 'new', next: ['conflict_checked'] },
    conflict_checked: { status: 'in_progress', next: ['assigned'] },
    assigned: { status: 'in_progress', next: ['in_work'], needs: officer },
    in_work: { status: 'in_progress', next: ['opinion_issued', 'settled', 'judgment'], needs: officer },
    opinion_issued: { status: 'in_progress', next: ['completed'], needs: officer },
    settled: { status: 'in_progress', next: ['completed', 'enforcement'], needs: officer },
    judgment: { status: 'in_progress', next: ['enforcement', 'completed'], needs: officer },
    enforcement: { status: 'in_progress', next: ['completed'], needs: officer },
    completed: { status: 'closed', next: ['archived'], needs: officer },
    archived,
  },
  other: {
    accepted: { status: 'new', next: ['in_work'] },
    in_work: { status: 'in_progress', next: ['completed'], needs: officer },
    completed: { status: 'closed', next: ['archived'], needs: officer },
    archived,
  },
} as const satisfies Record<RequestType, Flow>

type StagesOf<T extends RequestType> = keyof (typeof flows)[T]
export type Stage = { [T in RequestType]: StagesOf<T> }[RequestType]

const flowOf = (type: RequestType): Flow => flows[type]

/** The stages of a type in the order of the work. */
export function stagesOf(type: RequestType): readonly Stage[] {
  return Object.keys(flows[type]) as Stage[]
}

/** What is known of a stage; undefined where the type has none of this name. */
export function stageSpec(type: RequestType, stage: string): StageSpec | undefined {
  const flow = flowOf(type)
  return Object.hasOwn(flow, stage) ? flow[stage] : undefined
}

/** The first stage of a type that has a status. */
function firstWith(type: RequestType, status: StageStatus): Stage {
  const found = stagesOf(type).find((stage) => stageSpec(type, stage)?.status === status)
  if (found === undefined) throw new Error(`${type} has no stage that is ${status}`)
  return found
}

/** The stage that ends the work on a request of a type. */
export function closingStage(type: RequestType): Stage {
  return firstWith(type, 'closed')
}

/** The stage at which the work on a request of a type begins. */
export function workStage(type: RequestType): Stage {
  return firstWith(type, 'in_progress')
}

/** A request as far as its way through the stages goes. `stage` is null where none was ever noted: imported requests. */
export type Standing = {
  readonly type: RequestType
  readonly status: string
  readonly stage: string | null
}

/**
 * The stage a request is at. A form or an import may have set type or status without a thought for the stage: then the
 * status decides, because all figures are counted by it.
 */
export function stageOf({ type, status, stage }: Standing): Stage {
  const spec = stage === null ? undefined : stageSpec(type, stage)
  const known = spec === undefined ? undefined : (stage as Stage)
  const isClosed = spec?.status === 'closed'
  if (status === 'closed') return known !== undefined && isClosed ? known : closingStage(type)
  if (status === 'new') return firstWith(type, 'new')
  if (known !== undefined && !isClosed) return known
  return status === 'cancelled' ? firstWith(type, 'new') : workStage(type)
}
