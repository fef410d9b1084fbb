import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { parkName, usePark } from '../../api/park'
import { useLanguage } from '../../i18n/language'
import { sections } from './sections'

/** Names the window after section and park, as the task bar and a screen reader announce it. */
export function useWindowTitle(): void {
  const { t } = useTranslation(['shell', 'common'])
  const { pathname } = useLocation()
  const park = usePark()
  const { language } = useLanguage()
  const section = sections.find(({ path }) => pathname.startsWith(path))
  const other = (['about', 'manual'] as const).find((name) => pathname.startsWith(`/${name}`))
  const screen = other ?? section?.name
  const parts = [screen === undefined ? '' : t(screen), parkName(park, language), t('common:product')]
  const title = parts.filter((part) => part !== '').join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
