import i18next from 'i18next'
import type { Failure, FieldProblem } from '@shared/contract/result'
import { failureOf } from '../api/client'

/** A failure (or one problem of a field) in the words of the language in use: what happened and what to do. */
export function errorWords(problem: Failure | FieldProblem): string {
  return i18next.t(`errors:${problem.code}`, { ...problem.params })
}

/** The words for whatever was thrown. */
export function wordsOfError(error: unknown): string {
  return errorWords(failureOf(error))
}
