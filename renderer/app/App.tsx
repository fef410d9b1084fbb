import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import { ChevronDown } from 'lucide-react'
import { useLayoutEffect, useMemo } from 'react'
import type { Preferences } from '@shared/features/settings/settings'
import { PreferencesContext } from '../i18n/language'
import { NotifyProvider } from '../ui/notify'
import { useShadeOf } from '../ui/shade'
import { ErrorBoundary } from './ErrorBoundary'
import { usePreferencesState } from './preferences-state'
import { router } from './routes'
import { antdThemeOf } from './theme'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
const csp = { nonce }
const buttonSettings = { autoInsertSpace: false }
// The library's own arrow is read aloud by its English name.
const selectSettings = { suffixIcon: <ChevronDown size={14} strokeWidth={1.6} aria-hidden /> }

type Props = { readonly preferences: Preferences; readonly antdTexts: Locale }

/** The whole window: language, theme and notices around the screens. */
export function App({ preferences, antdTexts }: Props) {
  const { control, antd } = usePreferencesState(preferences, antdTexts)
  const shade = useShadeOf(control.theme)
  const theme = useMemo(() => antdThemeOf(shade, control.language), [shade, control.language])
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = shade
  }, [shade])
  return (
    <PreferencesContext value={control}>
      <ConfigProvider
        csp={csp}
        theme={theme}
        locale={antd}
        button={buttonSettings}
        select={selectSettings}
        wave={{ disabled: true }}
      >
        <NotifyProvider>
          <ErrorBoundary>
            <RouterProvider router={router} />
          </ErrorBoundary>
        </NotifyProvider>
      </ConfigProvider>
    </PreferencesContext>
  )
}
