import labels from '@resources/fields/details.json'
import type { ChangePlace } from './changes'
import type { Language } from '../../kernel/language'

type Labels = Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>>

const allLabels: Labels = labels

/** What a field of a part or of one of its lists is called; `owner` is the part's or the list's name. */
export function detailLabel(owner: string, field: string, language: Language): string {
  return allLabels[owner]?.[field]?.[language] ?? field
}

/** What the log calls a change of a request's details: the field, and of a line its number for good. */
export function changeLabel({ part, list, line, field }: ChangePlace, language: Language): string {
  const label = detailLabel(list ?? part.name, field, language)
  return line === undefined ? label : `${label} [${line}]`
}
