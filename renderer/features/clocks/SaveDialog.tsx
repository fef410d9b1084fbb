import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MovePreview, Moved } from '@shared/features/clocks/clocks.contract'
import { clockNames } from '@shared/features/clocks/due-times'
import { api } from '../../api/client'
import { useJob, type Job } from '../../api/jobs'
import { useFormat } from '../../i18n/format'
import { Dialog, ErrorState, ProgressLine, Tag, useNotify } from '../../ui'
import type { ReadDraft } from './use-working-draft'

type Props = {
  readonly read: ReadDraft
  readonly version: number
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Shows which deadlines would move, and saves once somebody has seen it. */
export function SaveDialog({ read, version, onClose, onSaved }: Props) {
  const { t } = useTranslation(['clocks', 'common'])
  const notify = useNotify()
  const job = useJob()
  const { preview, failure, again } = usePreview(read, job)
  const { week, days, targets } = read
  const wanted = { week, days: [...days], targets: [...targets] }
  const save = async () => {
    try {
      const { moved } = await job.run((jobId) => api.clocks.save({ jobId, ...wanted, version }))
      notify.show({ tone: 'good', text: t('save.done', { moved }) })
      onSaved()
    } catch (error) {
      notify.failed(error)
    }
  }
  const close = () => {
    if (job.running) void job.cancel().catch(notify.failed)
    onClose()
  }
  return (
    <Dialog
      title={t('save.title')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button
            type="primary"
            disabled={preview === null}
            loading={preview !== null && job.running}
            onClick={() => void save()}
          >
            {t('save.confirm', { moved: preview?.moved ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="clocks-preview" aria-live="polite">
        {job.running && <ProgressLine progress={job.progress} />}
        {failure !== null && <ErrorState error={failure} onRetry={again} />}
        {preview !== null && <PreviewWords preview={preview} />}
      </div>
    </Dialog>
  )
}

/** Asks as soon as the dialog is open, and again when asked to. */
function usePreview({ week, days, targets }: ReadDraft, job: Job) {
  const [preview, setPreview] = useState<MovePreview | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [asked, setAsked] = useState(0)
  const { run } = job
  useEffect(() => {
    let isShown = true
    setFailure(null)
    run((jobId) => api.clocks.preview({ jobId, week, days: [...days], targets: [...targets] })).then(
      (found) => isShown && setPreview(found),
      (error: unknown) => isShown && setFailure(error),
    )
    return () => {
      isShown = false
    }
    // Asked once for the working time the dialog was opened with.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked])
  return { preview, failure, again: () => setAsked((times) => times + 1) }
}

function PreviewWords({ preview }: { readonly preview: MovePreview }) {
  const { t } = useTranslation('clocks')
  const { open, moved, rows, uncovered } = preview
  return (
    <>
      <p>{moved === 0 ? t('save.none') : t('save.moved', { moved, open })}</p>
      {uncovered.length > 0 && (
        <p>
          <Tag tone="attention">{t('save.uncovered', { years: uncovered.join(', ') })}</Tag>
        </p>
      )}
      {rows.length > 0 && <MovedTable rows={rows} />}
      {rows.length < moved && <p className="ui-quiet">{t('save.listed', { count: rows.length })}</p>}
    </>
  )
}

function MovedTable({ rows }: { readonly rows: readonly Moved[] }) {
  const { t } = useTranslation('clocks')
  return (
    // A list that scrolls can be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="clocks-moved" tabIndex={0} aria-label={t('save.title')}>
      <table className="clocks-table">
        <thead>
          <tr>
            <th scope="col">{t('save.request')}</th>
            <th scope="col">{t('save.clock')}</th>
            <th scope="col">{t('save.before')}</th>
            <th scope="col">{t('save.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            clockNames.map((clock) => <MovedRow key={`${row.id}/${clock}`} row={row} clock={clock} />),
          )}
        </tbody>
      </table>
    </section>
  )
}

function MovedRow({ row, clock }: { readonly row: Moved; readonly clock: (typeof clockNames)[number] }) {
  const { t } = useTranslation('clocks')
  const format = useFormat()
  const change = row[clock]
  if (change === null) return null
  const [before, after] = change.map((at) => (at === null ? t('save.nothing') : format.instant(at)))
  return (
    <tr>
      <th scope="row">
        <Link to="/requests/$id" params={{ id: row.id }} title={row.subject ?? undefined}>
          {row.reference}
        </Link>
      </th>
      <td>{t(`clock.${clock}`)}</td>
      <td className="numeric">{before}</td>
      <td className="numeric">{after}</td>
    </tr>
  )
}
