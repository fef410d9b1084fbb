import type { FieldProblem } from '../../contract/result'
import type { FieldValue } from '../../kernel/field'
import type { AnyValues } from '../../kernel/registers'
import type { RequestType } from '../requests/request'
import {
  closingStage,
  stageOf,
  stageSpec,
  stagesOf,
  workStage,
  type NeededField,
  type Stage,
  type Standing,
} from './flows'

/** What can be done with a request. `advance` goes the usual way; `skip` and `sendBack` leave it and ask why. */
export const moveKinds = [
  'advance',
  'resume',
  'waitTenant',
  'waitAuthority',
  'skip',
  'sendBack',
  'cancel',
  'reopen',
] as const
export type MoveKind = (typeof moveKinds)[number]

/** One way a request can go from where it stands. */
export type Move = {
  readonly kind: MoveKind
  /** The stage it leads to; the one it is at where only the status changes. */
  readonly to: Stage
  readonly status: string
  readonly needsReason: boolean
  /** The request is done with it: `closedAt` is set, and nothing that is required may be open. */
  readonly closes: boolean
  readonly needs: readonly NeededField[]
}

const reasoned = ['skip', 'sendBack', 'cancel', 'reopen'] as const

/** Whether a move leaves the usual way and so asks why. */
export function isReasoned(kind: MoveKind): kind is (typeof reasoned)[number] {
  return (reasoned as readonly MoveKind[]).includes(kind)
}

const isWaiting = (status: string) => status === 'waiting_tenant' || status === 'waiting_authority'

function move(type: RequestType, kind: MoveKind, to: Stage, status?: string): Move {
  const spec = stageSpec(type, to)
  const becomes = status ?? spec?.status ?? 'in_progress'
  const moves = status === undefined && kind !== 'sendBack'
  return {
    kind,
    to,
    status: becomes,
    needsReason: isReasoned(kind),
    closes: becomes === 'closed',
    needs: moves ? (spec?.needs ?? []) : [],
  }
}

/**
 * Every way a request can go, the usual one first. `lastOpen` is the stage a closed request was at before it was closed;
 * reopening leads there.
 */
export function movesFrom(standing: Standing, lastOpen: string | null = null): readonly Move[] {
  const { type, status } = standing
  const at = stageOf(standing)
  if (status === 'cancelled') return [move(type, 'reopen', at, openStatus(type, at))]
  const next = (stageSpec(type, at)?.next ?? []) as readonly Stage[]
  if (status === 'closed') {
    const back = reopenedAt(type, lastOpen)
    return [
      ...next.map((to) => move(type, 'advance', to)),
      move(type, 'reopen', back, openStatus(type, back)),
    ]
  }
  return [...openMoves(type, status, at, next), move(type, 'cancel', at, 'cancelled')]
}

function openMoves(type: RequestType, status: string, at: Stage, next: readonly Stage[]): Move[] {
  const stages = stagesOf(type)
  const place = stages.indexOf(at)
  const ends = stages.indexOf(closingStage(type))
  const waits = (['waitTenant', 'waitAuthority'] as const).map((kind) =>
    move(type, kind, at, kind === 'waitTenant' ? 'waiting_tenant' : 'waiting_authority'),
  )
  return [
    ...(isWaiting(status) ? [move(type, 'resume', at, openStatus(type, at))] : []),
    ...next.map((to) => move(type, 'advance', to)),
    ...waits.filter((each) => each.status !== status),
    ...stages
      .slice(place + 1, ends + 1)
      .filter((to) => !next.includes(to))
      .map((to) => move(type, 'skip', to)),
    ...stages.slice(0, place).map((to) => move(type, 'sendBack', to)),
  ]
}

/** The status of a request that is worked on at a stage. */
function openStatus(type: RequestType, at: Stage): string {
  const status = stageSpec(type, at)?.status
  return status === undefined || status === 'closed' ? 'in_progress' : status
}

function reopenedAt(type: RequestType, lastOpen: string | null): Stage {
  const spec = lastOpen === null ? undefined : stageSpec(type, lastOpen)
  return spec !== undefined && spec.status !== 'closed' ? (lastOpen as Stage) : workStage(type)
}

/** The move of a kind (and, where several lead elsewhere, to a stage) that is open to a request; undefined: none is. */
export function findMove(moves: readonly Move[], kind: MoveKind, to?: string): Move | undefined {
  return moves.find((each) => each.kind === kind && (to === undefined || each.to === to))
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** What is missing before a move: fields the stage asks for, the reason. */
export function moveProblems(move: Move, values: AnyValues, reason: string | null): FieldProblem[] {
  const missing: string[] = move.needs.filter((field) => isEmpty(values[field]))
  if (move.needsReason && isEmpty(reason)) missing.push('reason')
  return missing.map((path) => ({ path, code: 'required' }))
}

/** What a move writes into the request. `now` (ms) is when a request that closes is closed, unless it says so itself. */
export function movedValues(move: Move, closedAt: FieldValue, now: number): AnyValues {
  const values = { status: move.status, stage: move.to }
  if (move.kind === 'cancel') return values
  return { ...values, closedAt: move.closes ? (closedAt ?? now) : null }
}

/** The step that brings a request into a status with the least to be asked; undefined where none leads there. */
export function findMoveTo(moves: readonly Move[], status: string): Move | undefined {
  const leading = moves.filter((move) => move.status === status)
  return leading.find(({ needsReason }) => !needsReason) ?? leading[0]
}
