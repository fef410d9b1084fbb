import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '@shared/features/imports/import'
import { api } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Card, useNotify } from '../../ui'
import { useUndo } from './use-undo'
import type { Finding, ImportState } from './use-import'

type Props = { readonly state: ImportState; readonly finding: Finding }

/** What the check found or the import did, in numbers, and the way on. */
export function OutcomeCard({ state, finding }: Props) {
  const { t } = useTranslation('imports')
  const { kind, outcome } = finding
  const rejected = sum(outcome.rejected)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that led here stands far below.
    top.current?.scrollIntoView({ block: 'nearest' })
    top.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Card title={kind === 'run' ? t('screen.done') : t('screen.checked')}>
      <div className="import-outcome" ref={top} tabIndex={-1}>
        <Figures outcome={outcome} />
        {outcome.unrecognisedColumns.length > 0 && (
          <p className="import-note">
            {t('screen.leftOut', { columns: outcome.unrecognisedColumns.join(', ') })}
          </p>
        )}
        <div className="import-actions">
          {rejected > 0 && <SaveRejects finding={finding} />}
          {kind === 'run' ? <AfterImport finding={finding} /> : <TakeIn state={state} outcome={outcome} />}
        </div>
      </div>
    </Card>
  )
}

function sum(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0)
}

function Figures({ outcome }: { readonly outcome: ImportOutcome }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const figures = [
    ['rows', outcome.rows],
    ['created', outcome.created],
    ['updated', outcome.updated],
    ['unchanged', outcome.unchanged],
    ['rejected', sum(outcome.rejected)],
    ['warnings', sum(outcome.warnings)],
  ] as const
  return (
    <dl className="import-figures">
      {figures.map(([key, count]) => (
        <div key={key} className={count > 0 ? `import-figure import-figure-${key}` : 'import-figure'}>
          <dt>{t(`screen.count.${key}`)}</dt>
          <dd>{format.integer(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

function TakeIn({ state, outcome }: { readonly state: ImportState; readonly outcome: ImportOutcome }) {
  const { t } = useTranslation('imports')
  const count = outcome.created + outcome.updated
  if (count === 0) return <p className="import-note">{t('screen.nothingNew')}</p>
  return (
    <Button type="primary" loading={state.job.running} onClick={() => void state.takeIn()}>
      {t('screen.takeIn', { count })}
    </Button>
  )
}

function AfterImport({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const undo = useUndo()
  const { batchId, register } = finding.outcome
  if (batchId === null) return null
  return (
    <>
      <Button onClick={() => void undo(batchId)}>{t('screen.takeBack')}</Button>
      <Button
        type="primary"
        onClick={() => void navigate({ to: `/${register}`, search: { filter: { batchId } } })}
      >
        {t('screen.showRows')}
      </Button>
    </>
  )
}

function SaveRejects({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('imports')
  const { language } = useFormat()
  const notify = useNotify()
  const save = async () => {
    try {
      const file = await api.shell.chooseFile({
        purpose: 'rejects',
        title: t('screen.saveRejects'),
        suggestedName: t('screen.rejectsName', { file: finding.outcome.fileName.replace(/\.[^.]*$/u, '') }),
      })
      if (file === null) return
      const { rows } = await api.imports.saveRejects({ jobId: finding.jobId, file: file.token, language })
      notify.show({
        tone: 'good',
        text: t('screen.rejectsSaved', { count: rows }),
        action: {
          label: t('screen.show'),
          run: () => void api.shell.showInFolder({ token: file.token }).catch(notify.failed),
        },
      })
    } catch (error) {
      notify.failed(error)
    }
  }
  return <Button onClick={() => void save()}>{t('screen.saveRejects')}</Button>
}
