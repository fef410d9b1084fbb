import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { Tag } from '../../ui'
import type { AnyRow } from '../registers'
import { StatusTag, Steps } from '../workflow'
import { TimeLeft } from './TimeLeft'

/** Number, clock, subject and steps of a request. */
export function RequestHead({ row }: { readonly row: AnyRow }) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const dueAt = row['dueAt']
  return (
    <>
      <div className="record-tags">
        <Tag tone="accent">{row['reference']}</Tag>
        <TimeLeft row={row} />
        <StatusTag status={String(row['status'])} />
      </div>
      <h2>{row['subject'] ?? t('noSubject')}</h2>
      <Steps type={row['type']} status={row['status']} stage={row['stage']} />
      {typeof dueAt === 'number' && row['closedAt'] === null && (
        <p className="record-note">{t('dueBy', { time: format.instant(dueAt) })}</p>
      )}
    </>
  )
}
