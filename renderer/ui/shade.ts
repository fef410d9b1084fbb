import { useSyncExternalStore } from 'react'
import type { Theme } from '@shared/features/settings/settings'
import { usePreferences } from '../i18n/language'

export type Shade = 'light' | 'dark'

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')

function followSystem(changed: () => void): () => void {
  darkQuery.addEventListener('change', changed)
  return () => darkQuery.removeEventListener('change', changed)
}

/** Light or dark for a choice of theme; where the choice is left to the system, the system's. */
export function useShadeOf(theme: Theme): Shade {
  const system = useSyncExternalStore<Shade>(followSystem, () => (darkQuery.matches ? 'dark' : 'light'))
  return theme === 'system' ? system : theme
}

/** Whether the window is light or dark now. */
export function useShade(): Shade {
  return useShadeOf(usePreferences().theme)
}
