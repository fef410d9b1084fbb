import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { DatabaseZap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '@shared/contract/error-codes'
import type { StorageStatus } from '@shared/features/storage/storage'
import { apiKey } from '../../api/client'
import { errorWords } from '../../i18n/errors'
import { RestoreDialog } from './RestoreDialog'
import '../../ui/ui.css'

/** A backup helps only where the file itself is bad; never over one of a newer version or another program. */
const mendedByBackup: readonly ErrorCode[] = ['database_damaged', 'database_empty_file']

/** The data cannot be opened: what is wrong, that nothing was touched, and the ways on. */
export function StorageTroublePage({ status }: { readonly status: StorageStatus }) {
  const { t } = useTranslation('storage')
  const client = useQueryClient()
  const [restoring, setRestoring] = useState(false)
  const failure = status.failure ?? { code: 'database_damaged' }
  const mendable = mendedByBackup.includes(failure.code)
  return (
    <main className="ui-window">
      <div className="ui-panel">
        <DatabaseZap size={32} strokeWidth={1.4} aria-hidden className="ui-state-danger" />
        <h1>{t('troubleTitle')}</h1>
        <p role="alert">{errorWords(failure)}</p>
        {mendable && <p className="ui-words">{t('troubleUntouched')}</p>}
        <dl className="ui-facts">
          <div>
            <dt>{t('folder')}</dt>
            <dd>{status.folder}</dd>
          </div>
        </dl>
        <div className="ui-actions-end">
          {mendable && <Button onClick={() => setRestoring(true)}>{t('restore')}</Button>}
          <Button
            type="primary"
            onClick={() => void client.invalidateQueries({ queryKey: apiKey('storage') })}
          >
            {t('checkAgain')}
          </Button>
        </div>
      </div>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </main>
  )
}
