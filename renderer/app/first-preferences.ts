import type { Preferences } from '@shared/features/settings/settings'
import { languages, type Language } from '@shared/kernel/language'
import { api, ApiError } from '../api/client'

/** The language of the system, where the program speaks it; English otherwise. */
function systemLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return languages.find((language) => wanted.includes(language)) ?? 'en'
}

/**
 * Language and theme to start with. A database that cannot be read must not keep the window from saying so, hence the
 * system's language when they cannot be asked for.
 */
export async function firstPreferences(): Promise<Preferences> {
  try {
    return await api.settings.preferences({})
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { language: systemLanguage(), theme: 'system' }
  }
}
