import i18next, { type i18n } from 'i18next'
import ICU from 'i18next-icu'
import type { Language } from '@shared/kernel/language'
import { localeResources } from './locales'

/** Looks up a text of the catalogue: `reports:title`, with the values the message names. */
export type Translator = (key: string, values?: Readonly<Record<string, string | number>>) => string

const instances = new Map<Language, i18n>()

function instance(language: Language): i18n {
  let known = instances.get(language)
  if (!known) {
    known = i18next.createInstance()
    known.use(ICU)
    // Everything is in memory, so that the texts are there when this returns.
    void known.init({ lng: language, initAsync: false, resources: { [language]: localeResources[language] } })
    instances.set(language, known)
  }
  return known
}

/** The texts of one language outside the window: reports, exports, the command line, the menu. */
export function translator(language: Language): Translator {
  const texts = instance(language)
  return (key, values = {}) => {
    if (!texts.exists(key)) throw new Error(`no text ${key} in ${language}`)
    return texts.t(key, values)
  }
}
