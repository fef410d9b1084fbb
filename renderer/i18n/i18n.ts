import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from 'antd/es/locale'
import type { Language } from '@shared/kernel/language'
import { loadPack } from './locales/load'
import { messageFormat } from './message-format'

/** BCP 47 tags of the languages, for the document and `Intl`. */
export const languageTags = { zh: 'zh-CN', ru: 'ru', en: 'en-GB' } as const satisfies Record<Language, string>

/** Prepares the texts of the first language. Must be done before anything is drawn. */
export async function startTexts(language: Language): Promise<Locale> {
  await i18next
    .use(messageFormat())
    .use(initReactI18next)
    .init({
      lng: language,
      resources: {},
      keySeparator: false,
      defaultNS: 'common',
      fallbackLng: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  return switchTexts(language)
}

/** Loads a language and makes it the one in use; answers the component library's texts. */
export async function switchTexts(language: Language): Promise<Locale> {
  const pack = await loadPack(language)
  for (const [namespace, texts] of Object.entries(pack.texts)) {
    i18next.addResourceBundle(language, namespace, texts, false, true)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = languageTags[language]
  return pack.antd
}
