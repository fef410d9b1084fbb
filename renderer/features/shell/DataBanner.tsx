import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StorageStatus } from '@shared/features/storage/storage'
import { useApiQuery } from '../../api/client'

/** The gravest of what everybody at work should know of the data; nothing while all is well. */
function graveOf(status: StorageStatus) {
  if (status.readOnly) return 'readOnly'
  if (status.clockBehind) return 'clockBehind'
  return (status.fullCheck?.problems.length ?? 0) > 0 ? 'checkBad' : null
}

/** One line above every screen. */
export function DataBanner() {
  const { t } = useTranslation('storage')
  const status = useApiQuery('storage', 'status', {}).data
  const grave = status === undefined ? null : graveOf(status)
  if (grave === null) return null
  return (
    <div className="shell-banner no-print" role="alert">
      <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
      <span>{t(`banner.${grave}`)}</span>
      {grave === 'checkBad' && <Link to="/settings">{t('banner.toSettings')}</Link>}
    </div>
  )
}
