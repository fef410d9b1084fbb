import type { OperationName } from '@shared/contract/contract'
import { soleOperator, type Session } from '@shared/contract/rights'
import type { Failure, Result } from '@shared/contract/result'
import type { CommandContext } from '../../electron/data/handlers'
import { createRouter } from '../../electron/data/router'
import type { WritableDb } from '../../electron/data/sql'
import { commandContext } from './park'

/** What went to the windows beside the answers. */
export type Sent = string[]

export type TestBridge = {
  /** The value of an operation that must succeed. */
  readonly ask: <T>(name: OperationName, input?: unknown) => Promise<T>
  /** The failure of an operation that must fail. */
  readonly fail: (name: OperationName, input?: unknown) => Promise<Failure>
  readonly changed: Sent
}

/** Operations as the window reaches them: JSON text through the real router to the real handlers. */
export function bridge(
  db: WritableDb,
  changes: Partial<CommandContext> = {},
  session: Session = soleOperator(),
): TestBridge {
  const changed: Sent = []
  const context = commandContext(db, changes)
  Object.assign(context, { session, changed: (...registers: string[]) => void changed.push(...registers) })
  const route = createRouter({
    context: () => context,
    writable: () => Promise.resolve(),
    log: (line) => {
      if (line.includes('failed')) throw new Error(line)
    },
  })
  const call = async <T>(name: OperationName, input: unknown): Promise<Result<T>> =>
    JSON.parse(await route(name, JSON.stringify(input), 1)) as Result<T>
  return {
    changed,
    ask: async <T>(name: OperationName, input: unknown = {}) => {
      const result = await call<T>(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
      return result.value
    },
    fail: async (name, input = {}) => {
      const result = await call(name, input)
      if (result.ok) throw new Error(`${name} succeeded`)
      return result.error
    },
  }
}
