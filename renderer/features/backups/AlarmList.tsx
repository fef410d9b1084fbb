import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupAlarm } from '@shared/features/backups/backups'
import { useNow } from '../../ui'

type Props = { readonly alarms: readonly BackupAlarm[]; readonly lastVerifiedAt: number | null }

const dayMs = 86_400_000

/** What is wrong with the backups, in words; nothing where nothing is. */
export function AlarmList({ alarms, lastVerifiedAt }: Props) {
  const { t } = useTranslation('backups')
  const now = useNow()
  if (alarms.length === 0) return null
  const days = lastVerifiedAt === null ? 0 : Math.max(0, Math.floor((now - lastVerifiedAt) / dayMs))
  return (
    <ul className="backups-alarms">
      {alarms.map((alarm) => (
        <li key={alarm}>
          <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
          {t(`alarm.${alarm}`, { days })}
        </li>
      ))}
    </ul>
  )
}
