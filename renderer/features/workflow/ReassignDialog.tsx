import { Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReassignPreview, ReassignSourceInput } from '@shared/features/workflow/reassign'
import { api, useApiQuery } from '../../api/client'
import { ErrorState, FormDialog, useNotify } from '../../ui'
import { FormField } from '../../ui/form'
import { OfficerPick } from './OfficerPick'
import './workflow.css'

type Props = {
  /** The requests it was opened for: one, or those of a list. */
  readonly of: ReassignSourceInput
  readonly onClose: () => void
}

/** Rows of the preview that are listed; the rest is a number. */
const listed = 8

/** Gives requests to an officer: shows what would change, and does it all at once. */
export function ReassignDialog({ of, onClose }: Props) {
  const { t } = useTranslation('workflow')
  const toId = useId()
  const { from, setFrom, to, setTo, preview, isAsked, isBusy, send } = useReassign(of, onClose)
  return (
    <FormDialog
      title={t('assign.title')}
      submit={t('assign.confirm')}
      busy={isBusy}
      disabled={!isAsked || preview.data === undefined || preview.data.changing === 0}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      {'filter' in of && <SourcePick from={from} onChange={setFrom} />}
      <FormField id={toId} label={t('assign.to')} required error={undefined} wide>
        <OfficerPick id={toId} value={to} onChange={setTo} />
      </FormField>
      {isAsked && preview.isError && <ErrorState error={preview.error} />}
      {isAsked && preview.data !== undefined && <Preview preview={preview.data} />}
    </FormDialog>
  )
}

/** Whose requests, to whom, and what that would change. `from` null: the requests it was opened for. */
function useReassign(of: ReassignSourceInput, onClose: () => void) {
  const { t } = useTranslation('workflow')
  const notify = useNotify()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const source: ReassignSourceInput = from === null ? of : { officer: from.trim() }
  const officer = to.trim()
  const isAsked = officer !== '' && from?.trim() !== ''
  const preview = useApiQuery('workflow', 'reassignPreview', { source, to: officer }, { enabled: isAsked })
  const send = async () => {
    const expected = preview.data?.changing ?? 0
    if (!isAsked || expected === 0) return
    setIsBusy(true)
    try {
      const done = await api.workflow.reassign({ source, to: officer, expected })
      notify.show({ tone: 'good', text: t('assign.done', { ...done, officer }) })
      onClose()
    } catch (error) {
      notify.failed(error)
    } finally {
      setIsBusy(false)
    }
  }
  return { from, setFrom, to, setTo, preview, isAsked, isBusy, send }
}

type SourceProps = { readonly from: string | null; readonly onChange: (from: string | null) => void }

function SourcePick({ from, onChange }: SourceProps) {
  const { t } = useTranslation('workflow')
  const id = useId()
  return (
    <>
      <Radio.Group
        aria-label={t('assign.from')}
        className="workflow-sources"
        value={from === null ? 'shown' : 'officer'}
        onChange={(event) => onChange(event.target.value === 'shown' ? null : '')}
        options={[
          { value: 'shown', label: t('assign.shown') },
          { value: 'officer', label: t('assign.ofOfficer') },
        ]}
      />
      {from !== null && (
        <FormField id={id} label={t('assign.officer')} required error={undefined} wide>
          <OfficerPick id={id} value={from} onChange={onChange} />
        </FormField>
      )}
    </>
  )
}

function Preview({ preview: { total, changing, rows } }: { readonly preview: ReassignPreview }) {
  const { t } = useTranslation('workflow')
  return (
    <div className="workflow-preview" aria-live="polite">
      <p>{t('assign.preview', { total, changing })}</p>
      <ul>
        {rows.slice(0, listed).map(({ id, reference, tenantName, officer }) => (
          <li key={id}>
            <span className="numeric">{reference}</span> <span>{tenantName}</span>
            <span className="ui-quiet">{officer ?? t('assign.nobody')}</span>
          </li>
        ))}
      </ul>
      {changing > listed && <p className="ui-quiet">{t('assign.more', { count: changing - listed })}</p>}
    </div>
  )
}
