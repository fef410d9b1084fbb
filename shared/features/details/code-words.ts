import milestone from '@resources/code-lists/milestone.json'
import transportDocument from '@resources/code-lists/transportDocument.json'
import type { CodeEntry } from '../../kernel/code-lists'
import type { CodeTableName } from '../../kernel/field'
import type { Language } from '../../kernel/language'

const lists: Readonly<Partial<Record<CodeTableName, readonly CodeEntry[]>>> = { milestone, transportDocument }

/** The codes of a list that are offered without searching. */
function offeredCodes(list: CodeTableName): readonly CodeEntry[] {
  return lists[list] ?? []
}

/** What a code of a list means; undefined where nothing is known of it. */
export function codeMeaning(list: CodeTableName, code: string, language: Language): string | undefined {
  return offeredCodes(list).find((entry) => entry.code === code)?.[language][0]
}
