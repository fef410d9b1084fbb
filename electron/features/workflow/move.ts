import { AppError } from '@shared/contract/result'
import type { FieldChanges } from '@shared/features/history/history.contract'
import type { RequestType } from '@shared/features/requests/request'
import { stageOf, stageSpec, stagesOf, type Standing } from '@shared/features/workflow/flows'
import { findMove, movedValues, moveProblems, movesFrom, type Move } from '@shared/features/workflow/moves'
import type { MoveKind } from '@shared/features/workflow/moves'
import type { Way } from '@shared/features/workflow/workflow.contract'
import type { AnyValues } from '@shared/kernel/registers'
import type { CommandContext, QueryContext } from '../../data/handlers'
import { changeRecord, mustSeeRecord, type StoredRecord } from '../../data/records'
import type { ReadableDb } from '../../data/sql'
import { inStep } from '../../data/undo-steps'
import { countOpenItems } from '../checklists'
import { mustBeDeclared } from '../details'
import { blockersOf } from '../links'
import { requestRules } from '../requests'
import { passagesOf, type Passage } from './workflow.repo'

/** What somebody asks to be done with a request. */
export type Wish = {
  readonly id: string
  readonly version: number
  readonly kind: MoveKind
  readonly to?: string | undefined
  readonly reason: string | null
  /** Why the request is closed although required papers are open. */
  readonly override: string | null
  readonly values: Readonly<Record<string, unknown>>
}

function standingOf(record: StoredRecord): Standing {
  return {
    // The table's own check keeps any other type out.
    type: record['type'] as RequestType,
    status: String(record['status']),
    stage: typeof record['stage'] === 'string' ? record['stage'] : null,
  }
}

/** The open stage that a closed request was at last. */
function lastOpenStage(type: RequestType, passages: readonly Passage[]): string | null {
  const isOpen = (stage: string | null) => stage !== null && stageSpec(type, stage)?.status !== 'closed'
  return passages.find(({ before }) => isOpen(before))?.before ?? null
}

/** Where a request stands, how it came there, and where it can go. Errors: `not_found`. */
export function wayOf({ db, session }: QueryContext, id: string): Way {
  const record = mustSeeRecord(db, 'requests', id, session.rights)
  const standing = standingOf(record)
  const passages = passagesOf(db, id)
  const came = (stage: string) => passages.find(({ after }) => after === stage)?.at ?? null
  const steps = stagesOf(standing.type).map((stage) => ({ stage, at: came(stage) }))
  const moves = record.deletedAt === null ? movesFrom(standing, lastOpenStage(standing.type, passages)) : []
  const openItems = countOpenItems(db, id)
  return {
    version: record.version,
    stage: stageOf(standing),
    steps,
    moves,
    openItems,
    blockedBy: blockersOf(db, id),
  }
}

function mustBeOffered(db: ReadableDb, record: StoredRecord, { id, kind, to }: Wish): Move {
  const standing = standingOf(record)
  const lastOpen = lastOpenStage(standing.type, passagesOf(db, id))
  const move = record.deletedAt === null ? findMove(movesFrom(standing, lastOpen), kind, to) : undefined
  if (move === undefined)
    throw new AppError('move_not_offered', { reference: String(record['reference'] ?? '') })
  return move
}

/**
 * Moves a request on, back or out, with the reason in the log. Errors: `move_not_offered`, `checklist_open`,
 * `invalid_input` with everything that is missing, `changed_meanwhile`.
 */
export function moveRequest(context: CommandContext, wish: Wish): void {
  inStep(context, () => {
    const record = mustSeeRecord(context.db, 'requests', wish.id, context.session.rights)
    // Somebody who looks at an older state is told so before anything is said of what can be done from this one.
    if (record.version !== wish.version)
      throw new AppError('changed_meanwhile', {
        register: 'requests',
        by: record.updatedBy,
        at: record.updatedAt,
      })
    const move = mustBeOffered(context.db, record, wish)
    if (move.kind === 'advance') mustBeDeclared(context.db, wish.id, move.to)
    const { closedAt, ...filled } = wish.values as AnyValues
    const problems = moveProblems(move, { ...record, ...filled }, wish.reason)
    if (problems.length > 0) throw new AppError('invalid_input', {}, problems)
    const openItems = move.closes && record['status'] !== 'closed' ? countOpenItems(context.db, wish.id) : 0
    if (openItems > 0 && wish.override === null) throw new AppError('checklist_open', { count: openItems })
    const values = { ...filled, ...movedValues(move, closedAt ?? record['closedAt'] ?? null, context.now()) }
    changeRecord(context, requestRules, wish, values, remarksOf(wish, openItems))
  })
  context.changed('requests')
}

/** What the log keeps beside the values: why, and what was left open. */
function remarksOf({ reason, override }: Wish, openItems: number): FieldChanges {
  return {
    ...(reason === null ? {} : { reason: [null, reason] as const }),
    ...(override === null || openItems === 0 ? {} : { override: [null, override] as const }),
  }
}
