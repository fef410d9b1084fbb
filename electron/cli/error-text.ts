import type { AppError, ErrorParams } from '@shared/contract/result'
import type { Language } from '@shared/kernel/language'
import { translator } from '../platform/i18n'

/** Stand in where a failure does not know a value its message could name. */
const unknown: ErrorParams = {
  file: '?',
  row: '?',
  column: '?',
  columns: '?',
  limit: '?',
  sheet: '?',
  folder: '?',
  period: '?',
  detail: '?',
  kind: 'other',
  count: 0,
  name: '?',
  seconds: 0,
  reason: 'other',
  least: 0,
  most: 0,
  extension: '?',
  allowed: '?',
  found: 'unknown',
  limitGb: '?',
  limitMb: '?',
  otherMachine: 'false',
  workstation: '?',
  what: '?',
  day: '?',
  date: '?',
  reference: '?',
  from: '?',
  to: '?',
  code: '?',
  example: '?',
}

/** Where in a file something is wrong, if the message itself does not say; 0 and no text stand for what is not known. */
function place(message: string, { row, column }: ErrorParams): string {
  const parts = [row, column].filter((part) => part && !message.includes(String(part)))
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** A failure in words: what happened, where, and what to do. */
export function errorText({ code, params }: AppError, language: Language): string {
  const message = translator(language)(`errors:${code}`, { ...unknown, ...params })
  return message + place(message, params)
}
