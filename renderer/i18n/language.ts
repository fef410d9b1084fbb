import { createContext, use } from 'react'
import type { Preferences } from '@shared/features/settings/settings'

export type PreferencesControl = Preferences & {
  /** Changes language or theme at once, keeps the choice, and tells the menu and the window frame. */
  readonly change: (part: Partial<Preferences>) => Promise<void>
}

export const PreferencesContext = createContext<PreferencesControl | null>(null)

/** Language and theme in use, and how to change them. */
export function usePreferences(): PreferencesControl {
  const value = use(PreferencesContext)
  if (value === null) throw new Error('usePreferences outside of PreferencesProvider')
  return value
}

/** The interface's language and how to change it. */
export function useLanguage(): {
  readonly language: Preferences['language']
  readonly setLanguage: (language: Preferences['language']) => Promise<void>
} {
  const { language, change } = usePreferences()
  return { language, setLanguage: (next) => change({ language: next }) }
}
