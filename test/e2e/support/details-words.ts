import { readFileSync } from 'node:fs'
import type { Language } from '@shared/kernel/language'
import { inProject } from './project'

type Labels = Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>>

let labels: Labels | undefined

/** What a field of a part or of one of its lists is called on screen. */
export function detailLabel(language: Language, owner: string, field: string): string {
  labels ??= JSON.parse(readFileSync(inProject('resources/fields/details.json'), 'utf8')) as Labels
  const label = labels[owner]?.[field]?.[language]
  if (label === undefined) throw new Error(`no field ${owner}.${field}`)
  return label
}
