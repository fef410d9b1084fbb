import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestTypes, type RequestType } from '@shared/features/requests/request'
import { stageOf, stageSpec, stagesOf, type Standing } from '@shared/features/workflow/flows'
import {
  findMove,
  moveProblems,
  movedValues,
  movesFrom,
  type Move,
  type MoveKind,
} from '@shared/features/workflow/moves'
import { codesOf } from '@shared/kernel/code-lists'

type State = Standing & { readonly closedAt: number | null }

const start = (type: RequestType): State => ({ type, status: 'new', stage: null, closedAt: null })
const now = 1_000

function after(state: State, move: Move): State {
  return { ...state, ...movedValues(move, state.closedAt, now) }
}

const kindsOf = (state: Standing) => movesFrom(state).map(({ kind }) => kind)
const types = fc.constantFrom(...requestTypes)
const statuses = fc.constantFrom(...codesOf('requestStatus'))

/** Any walk a request can take: at each step one of the moves it has. */
const walks = fc.record({ type: types, choices: fc.array(fc.nat(50), { maxLength: 40 }) })

function walk(type: RequestType, choices: readonly number[], look: (state: State, move: Move) => void) {
  let state = start(type)
  for (const choice of choices) {
    const moves = movesFrom(state)
    const move = moves[choice % moves.length]
    if (move === undefined) throw new Error(`no way on from ${JSON.stringify(state)}`)
    look(state, move)
    state = after(state, move)
  }
  return state
}

describe.each(requestTypes)('the stages of a request of type %s', (type) => {
  test('are all reached from the first by the usual steps', () => {
    const reached = new Set<string>()
    const visit = (state: State) => {
      if (reached.has(stageOf(state))) return
      reached.add(stageOf(state))
      for (const move of movesFrom(state)) if (move.kind === 'advance') visit(after(state, move))
    }
    visit(start(type))
    expect([...reached].sort()).toEqual([...stagesOf(type)].sort())
  })

  test('end in the archive and nowhere else', () => {
    for (const stage of stagesOf(type)) {
      expect(stageSpec(type, stage)?.next.length === 0, stage).toBe(stage === 'archived')
    }
    let state = start(type)
    const seen: string[] = []
    for (let steps = 0; steps < stagesOf(type).length; steps += 1) {
      const move = findMove(movesFrom(state), 'advance')
      if (move === undefined) break
      state = after(state, move)
      seen.push(stageOf(state))
    }
    expect(seen.at(-1)).toBe('archived')
    expect(state).toMatchObject({ status: 'closed', closedAt: now })
  })

  test('go forward: the usual next steps lie after the stage they leave, except where customs looks again', () => {
    const stages = stagesOf(type)
    const back = stages.flatMap((stage, place) =>
      (stageSpec(type, stage)?.next ?? []).flatMap((to) =>
        stages.findIndex((each) => each === to) <= place ? [`${stage} → ${to}`] : [],
      ),
    )
    expect(back).toEqual(type === 'customs' ? ['duties_paid → under_control'] : [])
  })
})

test('a request is closed exactly when it has its time of closing, whatever way it takes', () => {
  fc.assert(
    fc.property(walks, ({ type, choices }) => {
      let isCancelled = false
      walk(type, choices, (state, move) => {
        isCancelled = move.kind === 'cancel'
        const next = after(state, move)
        if (!isCancelled) expect(next.closedAt !== null).toBe(next.status === 'closed')
        expect(codesOf('requestStatus')).toContain(next.status)
        expect(stageOf(next)).toBe(move.to)
      })
    }),
  )
})

test('a closed or cancelled request is only reopened with a reason, and every other way out of the usual order asks for one', () => {
  fc.assert(
    fc.property(walks, ({ type, choices }) => {
      walk(type, choices, (state, move) => {
        const wasDone = state.status === 'closed' || state.status === 'cancelled'
        const becomesOpen = move.status !== 'closed' && move.status !== 'cancelled'
        if (wasDone && becomesOpen) expect(move.kind).toBe('reopen')
        const stages = stagesOf(type)
        const isBack = stages.indexOf(move.to) < stages.indexOf(stageOf(state))
        const isUsual = (stageSpec(type, stageOf(state))?.next ?? []).includes(move.to)
        if (wasDone && becomesOpen) expect(move.needsReason).toBe(true)
        if (isBack && !isUsual) expect(move.needsReason).toBe(true)
        if (move.needsReason)
          expect(
            moveProblems(move, { officer: 'A', direction: 'import', transportMode: 'rail' }, null),
          ).toEqual([{ path: 'reason', code: 'required' }])
      })
    }),
  )
})

test('no request is ever stuck, whatever a form or an import made of its status and stage', () => {
  fc.assert(
    fc.property(
      types,
      statuses,
      fc.option(fc.constantFrom(...requestTypes.flatMap(stagesOf))),
      (type, status, stage) => {
        const standing = { type, status, stage }
        const at = stageOf(standing)
        expect(stagesOf(type)).toContain(at)
        // What counts as closed is the status; the stage follows it.
        if (status !== 'cancelled') expect(stageSpec(type, at)?.status === 'closed').toBe(status === 'closed')
        const kinds: readonly MoveKind[] = kindsOf(standing)
        expect(kinds.length).toBeGreaterThan(0)
        expect(kinds.includes('cancel')).toBe(status !== 'closed' && status !== 'cancelled')
        const moves = movesFrom(standing)
        expect(new Set(moves.map(({ kind, to }) => `${kind} ${to}`)).size).toBe(moves.length)
      },
    ),
  )
})

test('waiting leaves the stage as it is, and work goes on where it was left', () => {
  const declared: State = { type: 'customs', status: 'in_progress', stage: 'declared', closedAt: null }
  const wait = findMove(movesFrom(declared), 'waitAuthority')
  if (wait === undefined) throw new Error('cannot wait')
  const waiting = after(declared, wait)
  expect(waiting).toMatchObject({ status: 'waiting_authority', stage: 'declared' })
  expect(kindsOf(waiting).slice(0, 2)).toEqual(['resume', 'advance'])
  expect(kindsOf(waiting)).toContain('waitTenant')
  const resume = findMove(movesFrom(waiting), 'resume')
  expect(resume && after(waiting, resume)).toMatchObject({ status: 'in_progress', stage: 'declared' })
})

test('a stage asks for what it needs before the request comes there', () => {
  const ready: State = { type: 'customs', status: 'in_progress', stage: 'documents_ready', closedAt: null }
  const declare = findMove(movesFrom(ready), 'advance', 'declared')
  if (declare === undefined) throw new Error('cannot declare')
  expect(moveProblems(declare, { officer: null, direction: '' }, null).map(({ path }) => path)).toEqual([
    'officer',
    'direction',
  ])
  expect(moveProblems(declare, { officer: 'Li', direction: 'import' }, null)).toEqual([])
})
