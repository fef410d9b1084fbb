import type { Locale } from 'antd/es/locale'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Preferences } from '@shared/features/settings/settings'
import { api, ApiError, onEvent } from '../api/client'
import type { PreferencesControl } from '../i18n/language'
import { switchTexts } from '../i18n/i18n'

type State = { readonly preferences: Preferences; readonly antd: Locale }

/** Language and theme of the window. A change shows at once; keeping it follows. */
export function usePreferencesState(first: Preferences, firstAntd: Locale) {
  const [{ preferences, antd }, setState] = useState<State>({ preferences: first, antd: firstAntd })
  const { language, theme } = preferences

  useEffect(() => {
    void api.shell.appearance({ language, theme })
  }, [language, theme])

  // Everybody has a language and a theme of their own; nobody yet: those of the workstation.
  useEffect(() => {
    const follow = async () => {
      const own = await api.settings.preferences({})
      const texts = await switchTexts(own.language)
      setState({ preferences: own, antd: texts })
    }
    return onEvent('session', () => {
      void follow().catch((error: unknown) => {
        // Data that cannot be read has a screen of its own to say so, in the language in use.
        if (!(error instanceof ApiError)) throw error
      })
    })
  }, [])

  const change = useCallback(
    async (part: Partial<Preferences>) => {
      const next = { ...preferences, ...part }
      const texts = part.language === undefined ? undefined : await switchTexts(part.language)
      setState((state) => ({ preferences: next, antd: texts ?? state.antd }))
      await api.settings.savePreferences(next)
    },
    [preferences],
  )

  const control = useMemo<PreferencesControl>(() => ({ language, theme, change }), [language, theme, change])
  return { control, antd }
}
