import { useTranslation } from 'react-i18next'
import type { Code } from '@shared/features/codes/code'

/** The days on which a code is valid, in words. */
export function useValidity(): (code: Pick<Code, 'from' | 'to'>, date: (day: string) => string) => string {
  const { t } = useTranslation('codes')
  return ({ from, to }, date) => {
    if (from !== null && to !== null) return t('fromTo', { from: date(from), to: date(to) })
    if (from !== null) return t('from', { from: date(from) })
    return to === null ? t('always') : t('to', { to: date(to) })
  }
}
