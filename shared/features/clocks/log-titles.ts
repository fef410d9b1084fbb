import { codeLabel } from '../../kernel/code-lists'
import type { Language } from '../../kernel/language'

/**
 * What an entry of the change log about working time is about, in words: a type and priority, or a date as it stands;
 * undefined for the week, which has its word elsewhere.
 */
export function clockTitle(recordId: string, language: Language): string | undefined {
  if (recordId === 'week') return undefined
  const [type = '', priority] = recordId.split('/')
  if (priority === undefined) return recordId
  return `${codeLabel('requestType', type, language)}, ${codeLabel('priority', priority, language)}`
}
