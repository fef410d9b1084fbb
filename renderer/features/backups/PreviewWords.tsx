import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RestorePreview } from '@shared/features/backups/backups'
import { useFormat } from '../../i18n/format'
import { FactList } from '../../ui'
import '../../ui/states.css'

type Props = {
  readonly preview: RestorePreview
  readonly otherPark: boolean
  readonly onOtherPark: (meant: boolean) => void
}

/** What a backup holds and what going back to it would lose. */
export function PreviewWords({ preview, otherPark, onOtherPark }: Props) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { manifest } = preview
  const count = (register: string) => format.integer(manifest.counts[register] ?? 0)
  const facts = [
    [t('facts.park'), manifest.parkName],
    [t('facts.made'), format.instant(manifest.createdAt)],
    ...(manifest.workstation === '' ? [] : [[t('facts.workstation'), manifest.workstation] as const]),
    [
      t('facts.holds'),
      t('facts.counts', {
        tenants: count('tenants'),
        requests: count('requests'),
        incidents: count('incidents'),
      }),
    ],
  ] as const
  return (
    <>
      <FactList facts={facts} />
      <Loss preview={preview} />
      {preview.otherPark && (
        <div className="ui-result ui-result-danger" role="alert">
          <p>{t('otherPark', { name: manifest.parkName })}</p>
          <Checkbox checked={otherPark} onChange={(event) => onOtherPark(event.target.checked)}>
            {t('otherParkYes')}
          </Checkbox>
        </div>
      )}
      <p className="ui-words">{t('asideWords')}</p>
    </>
  )
}

function Loss({ preview }: Pick<Props, 'preview'>) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { entriesLost, recordsChanged, lastChangeAt } = preview
  if (entriesLost === null) return <p className="backups-loss">{t('loss.unknown')}</p>
  if (recordsChanged === null || recordsChanged === 0) return <p>{t('loss.none')}</p>
  const at = lastChangeAt === null ? '' : format.instant(lastChangeAt)
  return (
    <p className="backups-loss" role="note">
      {t('loss.records', { records: recordsChanged, entries: entriesLost, at })}
    </p>
  )
}
