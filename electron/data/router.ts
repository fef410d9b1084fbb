import { allOperations, type OperationName } from '@shared/contract/contract'
import type { Operation } from '@shared/contract/define'
import { maximumInput } from '@shared/contract/limits'
import { AppError, type ErrorParams, type FieldProblem, type Result } from '@shared/contract/result'
import type { z } from 'zod'
import type { CommandContext } from './handlers'
import { handlers } from './all-handlers'
import { mustHold } from './right-check'
import { toAppError } from './sqlite-errors'

/** Calls that take longer are worth a line in the log. */
const slowMs = 40

type AnyHandler = (input: unknown, context: CommandContext) => unknown

/** `window` tells which window asks, and so whose session it is. */
export type Router = (name: string, inputText: string, window: number) => Promise<string>

export type RouterParts = {
  readonly context: (window: number) => CommandContext
  /** Waits until no import is writing; commands would otherwise hold up everybody at the write lock. */
  readonly writable: () => Promise<void>
  readonly log: (line: string) => void
  /** Told when something failed as with a damaged file or disk: the park may have to be given up. */
  readonly suspect?: () => void
}

const operations = new Map<string, Operation>(allOperations())

function handlerOf(name: string): AnyHandler | undefined {
  const [feature = '', operation = ''] = name.split('.')
  const found: Readonly<Record<string, unknown>> | undefined = Object.hasOwn(handlers, feature)
    ? handlers[feature as keyof typeof handlers]
    : undefined
  return found && Object.hasOwn(found, operation) ? (found[operation] as AnyHandler) : undefined
}

function readInput(operation: Operation, text: string): unknown {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw new AppError('invalid_input', { field: 'input' })
  }
  const parsed = operation.input.safeParse(input)
  if (!parsed.success) throw new AppError('invalid_input', {}, parsed.error.issues.map(problemOf))
  return parsed.data
}

/** What a schema found, in the words the rest of the program uses. */
function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const path = issue.path.filter((part) => part !== 'values').join('.')
  switch (issue.code) {
    case 'too_big':
      return {
        path,
        code: issue.origin === 'string' ? 'too_long' : 'out_of_range',
        params: limit('max', issue.maximum),
      }
    case 'too_small':
      return {
        path,
        code: issue.origin === 'string' ? 'required' : 'out_of_range',
        params: limit('min', issue.minimum),
      }
    case 'invalid_type':
      return { path, code: issue.input === undefined || issue.input === null ? 'required' : 'invalid_input' }
    case 'invalid_value':
      return { path, code: 'unknown_value' }
    default:
      return { path, code: 'invalid_input' }
  }
}

const limit = (key: string, value: number | bigint): ErrorParams => ({ [key]: Number(value) })

/** The one way to an operation: size, name, right, input, then the handler; whatever happens, a Result comes back. */
export function createRouter(parts: RouterParts): Router {
  async function answer(name: string, inputText: string, window: number): Promise<unknown> {
    if (inputText.length > maximumInput) throw new AppError('input_too_large', { max: maximumInput })
    const operation = operations.get(name)
    const handler = handlerOf(name)
    if (!operation || !handler || operation.place !== 'data')
      throw new AppError('unknown_operation', { name })
    const context = parts.context(window)
    mustHold([operation.right], name, context)
    const input = readInput(operation, inputText)
    const needed = [operation.right, ...(operation.also?.(input) ?? [])]
    mustHold(needed, name, context)
    if (operation.kind === 'query') return handler(input, context)
    await parts.writable()
    // The session may have ended, or a right have been taken away, while an import was writing.
    const later = parts.context(window)
    mustHold(needed, name, later)
    return handler(input, later)
  }
  return async (name, inputText, window) => {
    const started = performance.now()
    let result: Result<unknown>
    try {
      result = { ok: true, value: await answer(name, inputText, window) }
    } catch (error) {
      const failure = toAppError(error)
      if (failure.code === 'internal') parts.log(`${name} failed: ${describe(failure.cause)}`)
      if (failure.code === 'database_damaged' || failure.code === 'disk_error') parts.suspect?.()
      result = { ok: false, error: failure.toFailure() }
    }
    const took = performance.now() - started
    if (took > slowMs) parts.log(`${name} took ${Math.round(took)} ms`)
    return JSON.stringify(result)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Operations of the contract that nobody handles; empty in a program that is whole. */
export function unhandledOperations(): OperationName[] {
  return allOperations()
    .filter(([name, operation]) => operation.place === 'data' && !handlerOf(name))
    .map(([name]) => name)
}
