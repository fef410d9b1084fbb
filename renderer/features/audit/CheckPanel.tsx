import { Button, Input } from 'antd'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { anchorText, parseAnchor } from '@shared/features/audit/anchor'
import type { AuditCheck } from '@shared/features/audit/audit.contract'
import { api, failureOf } from '../../api/client'
import { useJob } from '../../api/jobs'
import { Card, IconButton, ProgressLine, useNotify } from '../../ui'
import '../../ui/states.css'

/** Checks the whole log against every anchor there is, and against one from a paper. */
export function CheckPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('audit')
  const notify = useNotify()
  const job = useJob()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<AuditCheck | null>(null)
  const anchor = typed.trim()
  const isBad = anchor !== '' && parseAnchor(anchor) === undefined
  const check = async () => {
    setFound(null)
    try {
      setFound(await job.run((jobId) => api.audit.check({ jobId, ...(anchor === '' ? {} : { anchor }) })))
    } catch (error) {
      if (failureOf(error).code !== 'cancelled') notify.failed(error)
    }
  }
  return (
    <aside className="audit-panel">
      <Card title={t('check.title')} extra={<IconButton icon={X} label={t('close')} onClick={onClose} />}>
        <form
          className="ui-card-body"
          onSubmit={(event) => {
            event.preventDefault()
            if (!isBad && !job.running) void check()
          }}
        >
          <p>{t('check.text')}</p>
          <AnchorField value={typed} isBad={isBad} onChange={setTyped} />
          <div className="ui-actions">
            <Button type="primary" htmlType="submit" loading={job.running} disabled={isBad}>
              {t('check.start')}
            </Button>
          </div>
          {job.running && (
            <ProgressLine progress={job.progress} onCancel={() => void job.cancel().catch(notify.failed)} />
          )}
          {found !== null && <Result found={found} />}
        </form>
      </Card>
    </aside>
  )
}

type FieldProps = {
  readonly value: string
  readonly isBad: boolean
  readonly onChange: (typed: string) => void
}

function AnchorField({ value, isBad, onChange }: FieldProps) {
  const { t } = useTranslation('audit')
  return (
    <label className="audit-field">
      {t('check.anchor')}
      <Input
        value={value}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        placeholder="12345:9f2c01ab5e77d310"
        status={isBad ? 'error' : ''}
        onChange={(event) => onChange(event.target.value)}
      />
      {isBad && <span className="audit-problem">{t('check.anchorBad')}</span>}
    </label>
  )
}

function Result({ found }: { readonly found: AuditCheck }) {
  const { t } = useTranslation('audit')
  const { entries, anchorsChecked, clockBack, file, head } = found
  const problems = useProblems(found)
  return (
    <>
      {problems.length === 0 ? (
        <output className="ui-result ui-result-good">
          {t('check.good', { entries, anchors: anchorsChecked })}
        </output>
      ) : (
        <div className="ui-result ui-result-danger" role="alert">
          <p>{t('check.bad')}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p>{t('check.next')}</p>
        </div>
      )}
      {!file.found && <p>{t('check.noFile')}</p>}
      {clockBack > 0 && <p>{t('check.clockBack', { count: clockBack })}</p>}
      <dl className="ui-facts">
        <div>
          <dt>{t('check.head')}</dt>
          <dd className="audit-anchor">{anchorText(head)}</dd>
        </div>
      </dl>
    </>
  )
}

function useProblems({ firstBroken, missingAnchors, file }: AuditCheck): readonly string[] {
  const { t } = useTranslation('audit')
  return [
    ...(firstBroken === null ? [] : [t('check.broken', { sequence: firstBroken })]),
    ...missingAnchors.map((anchor) => t(`check.missing.${anchor.source}`, { anchor: anchorText(anchor) })),
    ...(file.spoiled === 0 ? [] : [t('check.spoiled', { count: file.spoiled })]),
  ]
}
