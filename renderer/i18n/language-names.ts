import type { Language } from '@shared/kernel/language'

/** Each language in its own words: whoever needs it cannot read another one's name for it. */
export const languageNames: Readonly<Record<Language, string>> = { zh: '中文', ru: 'Русский', en: 'English' }
