import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useMemo } from 'react'
import type { Translate } from '@shared/features/reports/model'
import type { Language } from '@shared/kernel/language'
import { loadPack } from '../../i18n/locales/load'

/** The words of reports in a language that need not be the interface's; undefined until they are read. */
export function useReportWords(language: Language): Translate | undefined {
  const { data } = useQuery({
    queryKey: ['reportWords', language],
    queryFn: async () => {
      const { texts } = await loadPack(language)
      i18next.addResourceBundle(language, 'reports', texts['reports'], false, true)
      return language
    },
  })
  return useMemo(() => {
    if (data === undefined) return undefined
    const t = i18next.getFixedT(data, 'reports')
    return (key, params) => t(key, { ...params })
  }, [data])
}
