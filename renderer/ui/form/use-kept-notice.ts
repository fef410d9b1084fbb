import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '../notify'
import { useLatest } from '../use-latest'
import type { DraftKeeper } from './use-draft'

/** Says, when a form is left with something unsaved in it, that it was kept. */
export function useKeptNotice(keeper: DraftKeeper) {
  const { t } = useTranslation('forms')
  const notify = useNotify()
  const latest = useLatest({ t, notify, keeper })
  useEffect(
    () => () => {
      const { t: words, notify: notices, keeper: kept } = latest.current
      if (kept.isUnsaved()) notices.show({ tone: 'neutral', text: words('kept') })
    },
    [latest],
  )
}
