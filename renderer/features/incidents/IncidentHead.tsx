import { codeLabel } from '@shared/kernel/code-lists'
import { useFormat } from '../../i18n/format'
import { SeverityBadge, Tag } from '../../ui'
import type { AnyRow } from '../registers'
import { IncidentStatusTag } from './IncidentStatusTag'

/** Number, severity, status and kind of an incident. */
export function IncidentHead({ row }: { readonly row: AnyRow }) {
  const { language } = useFormat()
  return (
    <>
      <div className="record-tags">
        <Tag tone="accent">{row['reference']}</Tag>
        <SeverityBadge severity={Number(row['severity'])} />
        <IncidentStatusTag row={row} />
      </div>
      <h2 className="record-kind">{codeLabel('incidentCategory', String(row['category']), language)}</h2>
    </>
  )
}
