import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Quarantined } from '@shared/features/backups/backups'
import { useFormat } from '../../i18n/format'
import { Card } from '../../ui'
import type { RestoreSource } from './use-restore'

type Props = {
  readonly quarantine: readonly Quarantined[]
  readonly onRestore: (source: RestoreSource) => void
}

/** What restores moved aside, each with the way back; nothing where there was no restore. */
export function QuarantineCard({ quarantine, onRestore }: Props) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  if (quarantine.length === 0) return null
  return (
    <Card title={t('aside')}>
      <div className="ui-card-body">
        <p className="ui-words">{t('asideText')}</p>
        <ul className="backups-aside">
          {quarantine.map(({ id, at, bytes }) => {
            const label = format.instant(at)
            return (
              <li key={id}>
                <span className="numeric">{label}</span>
                <span className="ui-quiet">{format.bytes(bytes)}</span>
                <Button
                  size="small"
                  aria-label={t('bringBackOf', { at: label })}
                  onClick={() => onRestore({ kind: 'aside', id, label })}
                >
                  {t('bringBack')}
                </Button>
              </li>
            )
          })}
        </ul>
      </div>
    </Card>
  )
}
