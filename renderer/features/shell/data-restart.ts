import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../../api/client'
import { useNotify } from '../../ui'

/** Says so when the data process had to be started again. */
export function useDataRestartNotice(): void {
  const { t } = useTranslation('shell')
  const notify = useNotify()
  useEffect(
    () => onEvent('dataRestarted', () => notify.show({ tone: 'danger', text: t('dataRestarted') })),
    [notify, t],
  )
}
