import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { closingTime, RecordFormPage } from '../registers'

/** The form of a service request. */
export function RequestFormPage() {
  const { t } = useTranslation('requests')
  const { timeZone } = useFormat()
  const { tenantId } = useSearch({ strict: false })
  const [openedAt] = useState(() => Date.now())
  return (
    <RecordFormPage
      register="requests"
      createTitle={t('createTitle')}
      initial={{
        type: 'customs',
        priority: 'normal',
        status: 'new',
        receivedAt: openedAt,
        tenantId: tenantId ?? null,
      }}
      follow={closingTime(timeZone)}
    />
  )
}
