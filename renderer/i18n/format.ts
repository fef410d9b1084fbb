import { useMemo } from 'react'
import { usePark } from '../api/park'
import { formatFor, type Format } from './format-values'
import { useLanguage } from './language'

export { minutesUntil, type Format } from './format-values'

/** The formatting in use: the interface's language and the park's time zone. */
export function useFormat(): Format {
  const { language } = useLanguage()
  const { timeZone } = usePark()
  return useMemo(() => formatFor(language, timeZone), [language, timeZone])
}
