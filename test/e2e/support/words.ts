import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '@shared/kernel/language'
import type { RegisterName } from '@shared/kernel/registers'
import { inProject } from './project'

export const languageTags = { zh: 'zh-CN', ru: 'ru', en: 'en-GB' } as const satisfies Record<Language, string>
export const languageNames = { zh: '中文', ru: 'Русский', en: 'English' } as const satisfies Record<
  Language,
  string
>

type Parameters = Readonly<Record<string, string | number>>
type Labels = Readonly<Record<Language, readonly string[]>>

/** What the screens say in one language; tests find controls by it. */
export type Words = {
  readonly language: Language
  /** The text of a key, `feature:key`, with its values put in. */
  readonly t: (key: string, values?: Parameters) => string
  readonly field: (register: RegisterName, field: string) => string
  /** The label of a code of a list. */
  readonly code: (list: string, code: string) => string
}

const files = new Map<string, unknown>()

/** A JSON file of the resources. Node imports JSON with an attribute only that the product's bundler does without. */
function resource<T>(path: string): T {
  if (!files.has(path)) files.set(path, JSON.parse(readFileSync(inProject('resources', path), 'utf8')))
  return files.get(path) as T
}

/** The words of a language, out of the same files the screens take them from. */
export function words(language: Language): Words {
  const t = (key: string, values: Parameters = {}) => {
    const [namespace = '', name = ''] = key.split(/:(.*)/su)
    const message = resource<Readonly<Record<string, string>>>(`locales/${language}/${namespace}.json`)[name]
    if (message === undefined) throw new Error(`no text ${key} in ${language}`)
    return String(new IntlMessageFormat(message, languageTags[language]).format(values))
  }
  const field = (register: RegisterName, name: string) => {
    const label = resource<Readonly<Record<string, Labels>>>(`fields/${register}.json`)[name]?.[language][0]
    if (label === undefined) throw new Error(`no field ${register}.${name}`)
    return label
  }
  const code = (list: string, wanted: string) => {
    const entries = resource<readonly (Labels & { readonly code: string })[]>(`code-lists/${list}.json`)
    const label = entries.find((entry) => entry.code === wanted)?.[language][0]
    if (label === undefined) throw new Error(`no code ${wanted} in ${list}`)
    return label
  }
  return { language, t, field, code }
}
