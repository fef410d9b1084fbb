import { Button } from 'antd'
import { RefreshCw, ShieldCheck } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '@tanstack/react-router'
import type { AuditFilter } from '@shared/features/audit/audit.contract'
import { useCommand } from '../../api/commands'
import { Page, PageHeader } from '../../ui'
import { AuditFilters } from './AuditFilters'
import { CheckPanel } from './CheckPanel'
import { EntryList, type EntryRow } from './EntryList'
import { EntryPanel } from './EntryPanel'
import { registerOf } from './entry-words'
import { SaveButtons } from './SaveButtons'
import { useAuditFilter } from './use-audit-filter'
import './audit.css'

/** The auditor's screen: the whole change log, each entry with its values, and its check. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  const state = useAuditFilter()
  const [revision, setRevision] = useState(0)
  const [side, setSide] = useState<EntryRow | 'check' | null>(null)
  const refresh = useCallback(() => setRevision((number) => number + 1), [])
  useCommand('refresh', refresh)
  const navigate = useNavigate()
  const open = (entry: EntryRow) => {
    const register = registerOf(entry)
    if (register === undefined || entry.title === null) return setSide(entry)
    void navigate({ to: `/${register}/$id`, params: { id: entry.recordId } })
  }
  const close = () => setSide(null)
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        aside={t('text')}
        actions={<Actions filter={state.filter} onRefresh={refresh} onCheck={() => setSide('check')} />}
      />
      <AuditFilters state={state} />
      <div className="audit-split">
        <EntryList
          filter={state.filter}
          revision={revision}
          selected={side === 'check' ? null : side}
          onSelect={setSide}
          onOpen={open}
          onClear={state.clear}
        />
        {side === 'check' && <CheckPanel onClose={close} />}
        {side !== null && side !== 'check' && <EntryPanel entry={side} onClose={close} />}
      </div>
    </Page>
  )
}

type ActionsProps = {
  readonly filter: AuditFilter
  readonly onRefresh: () => void
  readonly onCheck: () => void
}

function Actions({ filter, onRefresh, onCheck }: ActionsProps) {
  const { t } = useTranslation('audit')
  return (
    <>
      <Button icon={<RefreshCw size={16} strokeWidth={1.6} aria-hidden />} onClick={onRefresh}>
        {t('refresh')}
      </Button>
      <SaveButtons filter={filter} />
      <Button type="primary" icon={<ShieldCheck size={16} strokeWidth={1.6} aria-hidden />} onClick={onCheck}>
        {t('check.title')}
      </Button>
    </>
  )
}
