import type { ErrorCode } from './error-codes'

/** Values a message may name: a file, a row, a limit. Never SQL, stacks or paths of the program. */
export type ErrorParams = Readonly<Record<string, string | number>>

/** One thing wrong with one field of the input. */
export type FieldProblem = { readonly path: string; readonly code: ErrorCode; readonly params?: ErrorParams }

/** What crosses the bridge when an operation fails; the renderer owns the words for `code`. */
export type Failure = {
  readonly code: ErrorCode
  readonly params?: ErrorParams
  readonly fields?: readonly FieldProblem[]
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }

/** Thrown inside a process for everything a user can understand and act on. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly fields: readonly FieldProblem[]

  constructor(code: ErrorCode, params: ErrorParams = {}, fields: readonly FieldProblem[] = []) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'AppError'
    this.code = code
    this.params = params
    this.fields = fields
  }

  toFailure(): Failure {
    return { code: this.code, params: this.params, fields: this.fields }
  }
}
