import type { Locale } from 'antd/es/locale'
import type { Language } from '@shared/kernel/language'

/** Everything one language needs: our texts by namespace and those of the component library. */
export type LanguagePack = {
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly antd: Locale
}

const packs: Readonly<Record<Language, () => Promise<{ readonly pack: LanguagePack }>>> = {
  zh: () => import('./zh'),
  ru: () => import('./ru'),
  en: () => import('./en'),
}

/** Loads the pack of a language; only the language in use is ever read. */
export async function loadPack(language: Language): Promise<LanguagePack> {
  return (await packs[language]()).pack
}

/** `{'/…/zh/common.json': texts}` as `{common: texts}`. */
export function byNamespace(modules: Record<string, Record<string, string>>): LanguagePack['texts'] {
  return Object.fromEntries(
    Object.entries(modules).map(([path, texts]) => [path.replace(/^.*\/|\.json$/gu, ''), texts]),
  )
}
