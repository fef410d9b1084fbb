import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { useFormat } from '../../i18n/format'
import { useNow } from '../../ui'

const dayMs = 86_400_000

/** When the last verified backup was made, or the gravest thing that is wrong with the backups. */
export function BackupWords() {
  const { t } = useTranslation(['backups', 'shell'])
  const format = useFormat()
  const now = useNow()
  const mayManage = useRights().has('storage.manage')
  const status = useApiQuery('backups', 'alarms', {}).data
  if (status === undefined) return null
  const { lastVerifiedAt: at, alarms } = status
  const [alarm] = alarms
  const words = () => {
    if (alarm !== undefined && alarm !== 'noOtherDevice')
      return t(`line.${alarm}`, { days: at === null ? 0 : Math.floor((now - at) / dayMs) })
    if (at === null) return t('line.noBackup')
    const isToday = format.dayOf(at) === format.dayOf(now)
    return t('line.at', { at: isToday ? t('shell:today', { time: format.time(at) }) : format.instant(at) })
  }
  const isBad = alarm !== undefined && alarm !== 'noOtherDevice'
  if (!mayManage) return <span>{words()}</span>
  return (
    <>
      <Link to="/backups" className={isBad ? 'status-attention' : ''}>
        {words()}
      </Link>
      {alarms.includes('noOtherDevice') && at !== null && (
        <Link to="/backups" className="status-attention">
          {t('line.noOtherDevice')}
        </Link>
      )}
    </>
  )
}
