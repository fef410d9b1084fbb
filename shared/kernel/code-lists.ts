import confidentiality from '@resources/code-lists/confidentiality.json'
import country from '@resources/code-lists/country.json'
import currency from '@resources/code-lists/currency.json'
import direction from '@resources/code-lists/direction.json'
import incidentCategory from '@resources/code-lists/incidentCategory.json'
import incidentGroup from '@resources/code-lists/incidentGroup.json'
import incidentStatus from '@resources/code-lists/incidentStatus.json'
import paperNeed from '@resources/code-lists/paperNeed.json'
import paperStatus from '@resources/code-lists/paperStatus.json'
import priority from '@resources/code-lists/priority.json'
import requestLink from '@resources/code-lists/requestLink.json'
import requestStage from '@resources/code-lists/requestStage.json'
import requestStatus from '@resources/code-lists/requestStatus.json'
import requestType from '@resources/code-lists/requestType.json'
import tenantSize from '@resources/code-lists/tenantSize.json'
import transportMode from '@resources/code-lists/transportMode.json'
import transportUnit from '@resources/code-lists/transportUnit.json'
import yesNo from '@resources/code-lists/yesNo.json'
import type { CodeListName } from './field'
import type { Language } from './language'

/** One code; the first word of a language is its label, the others are how workbooks write it. */
export type CodeEntry = { readonly code: string } & Readonly<Record<Language, readonly string[]>>

const lists: Readonly<Record<CodeListName | 'incidentGroup', readonly CodeEntry[]>> = {
  confidentiality,
  country,
  currency,
  direction,
  incidentCategory,
  incidentGroup,
  incidentStatus,
  paperNeed,
  paperStatus,
  priority,
  requestLink,
  requestStage,
  requestStatus,
  requestType,
  tenantSize,
  transportMode,
  transportUnit,
  yesNo,
}

const entriesByCode = new Map(
  Object.entries(lists).map(([list, entries]) => [
    list,
    new Map(entries.map((entry) => [entry.code, entry])),
  ]),
)

/** The entries of a code list in the order in which they are offered. */
export function codeEntries(list: CodeListName | 'incidentGroup'): readonly CodeEntry[] {
  return lists[list]
}

/** The codes of a list; never empty. */
export function codesOf(list: CodeListName | 'incidentGroup'): [string, ...string[]] {
  const [first, ...rest] = lists[list].map((entry) => entry.code)
  if (first === undefined) throw new Error(`code list ${list} is empty`)
  return [first, ...rest]
}

/** The label of a code, or the code itself where the list does not know it (an older or newer workbook). */
export function codeLabel(list: CodeListName | 'incidentGroup', code: string, language: Language): string {
  return entriesByCode.get(list)?.get(code)?.[language][0] ?? code
}

const groupOfCategory = new Map(incidentCategory.map((entry) => [entry.code, entry.key]))

/** The key under which a report counts an incident category. */
export function incidentGroupOf(category: string): string {
  return groupOfCategory.get(category) ?? category
}

/** Categories counted under one report key. */
export function categoriesOfGroup(group: string): readonly string[] {
  return incidentCategory.filter((entry) => entry.key === group).map((entry) => entry.code)
}
