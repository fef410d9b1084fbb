import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { changePlace } from '@shared/features/details/changes'
import type { AuditEntry } from '@shared/features/audit/audit.contract'
import { codeListOfChange } from '@shared/features/audit/change-keys'
import { codeLabel } from '@shared/kernel/code-lists'
import type { FieldValue } from '@shared/kernel/field'
import { fieldOf } from '@shared/kernel/registers'
import { useApiQuery } from '../../api/client'
import { valueText } from '../../i18n/field-value'
import { useFormat } from '../../i18n/format'
import { Card, FactList, IconButton, Tag } from '../../ui'
import { actorWords, changeWords, recordWords, registerOf, timeWords } from './entry-words'

type Props = { readonly entry: AuditEntry; readonly onClose: () => void }

/** The selected entry beside the list: what it is about, and each value before and after. */
export function EntryPanel({ entry, onClose }: Props) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const register = registerOf(entry)
  const facts = [
    [t('column.at'), timeWords(entry.at, format)],
    [t('column.actor'), actorWords(entry.actor, t)],
    [t('column.workstation'), entry.workstation],
    [t('column.record'), recordWords(entry, t, format)],
  ] as const
  return (
    <aside className="audit-panel" aria-label={t('entry', { sequence: format.integer(entry.sequence) })}>
      <Card
        title={`${t(`subject.${entry.subject}`)}: ${t(`action.${entry.action}`)}`}
        extra={<IconButton icon={X} label={t('close')} onClick={onClose} />}
      >
        <div className="ui-card-body">
          <FactList facts={facts} />
          {entry.clockBack && (
            <p>
              <Tag tone="attention">{t('clockBack')}</Tag> {t('clockBackText')}
            </p>
          )}
          <Changes entry={entry} />
          {register !== undefined && entry.title !== null && (
            <Link to={`/${register}/$id`} params={{ id: entry.recordId }}>
              {t('openRecord')}
            </Link>
          )}
        </div>
      </Card>
    </aside>
  )
}

function Changes({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const changes = Object.entries(entry.changes)
  if (changes.length === 0) return <p className="audit-quiet">{t('noChanges')}</p>
  return (
    <dl className="audit-changes">
      {changes.map(([key, [before, after]]) => (
        <div key={key}>
          <dt>{changeWords(entry, key, t, format)}</dt>
          <dd>
            {before !== null && (
              <>
                <Value entry={entry} field={key} value={before} />
                <span aria-label={t('becomes')}> → </span>
              </>
            )}
            <Value entry={entry} field={key} value={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type ValueProps = { readonly entry: AuditEntry; readonly field: string; readonly value: FieldValue }

function Value({ entry, field, value }: ValueProps) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const register = registerOf(entry)
  const spec = changePlace(field)?.spec ?? (register && fieldOf(register, field.split('@')[0] ?? field))
  const isTenant = spec?.kind === 'tenant' && typeof value === 'string'
  const tenant = useApiQuery('tenants', 'get', { id: String(value) }, { enabled: isTenant })
  if (value === null) return <span className="audit-quiet">{t('nothing')}</span>
  if (isTenant) return <span>{tenant.data?.tenant.name ?? value}</span>
  const list = codeListOfChange(field)
  if (spec === undefined && list !== undefined)
    return <span>{codeLabel(list, String(value), format.language)}</span>
  return <span>{spec === undefined ? String(value) : valueText(spec, value, format)}</span>
}
