import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkingTime } from '@shared/features/clocks/clocks.contract'
import { useCommand } from '../../api/commands'
import { useApiQuery } from '../../api/client'
import { ErrorState, Page, PageHeader, Skeleton, Tag, useNotify } from '../../ui'
import { DaysCard } from './DaysCard'
import { SaveDialog } from './SaveDialog'
import { TargetsCard } from './TargetsCard'
import { draftOf, readDraft, useKeptDraft, type WorkingDraft } from './use-working-draft'
import { WeekCard } from './WeekCard'
import './clocks.css'

/** When the park works and what it promises; saving shows first which deadlines move. */
export function WorkingTimePage() {
  const { t } = useTranslation('clocks')
  const stored = useApiQuery('clocks', 'workingTime', {})
  return (
    <Page>
      {stored.data === undefined && <PageHeader title={t('title')} />}
      {stored.isPending && <Skeleton lines={10} />}
      {stored.isError && <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />}
      {stored.data !== undefined && <WorkingTimeForm stored={stored.data} />}
    </Page>
  )
}

function WorkingTimeForm({ stored }: { readonly stored: WorkingTime }) {
  const { t } = useTranslation('clocks')
  const notify = useNotify()
  const { kept, keep } = useKeptDraft()
  const [isSaving, setIsSaving] = useState(false)
  const start = draftOf(stored)
  const draft = kept ?? start
  const read = readDraft(draft, stored)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start)
  const isWrong = Object.keys(read.weekProblems).length > 0 || read.targetProblems.size > 0
  const change = (part: Partial<WorkingDraft>) => keep({ ...draft, ...part })
  const check = () => {
    if (!isChanged) return
    if (isWrong) notify.show({ tone: 'danger', text: t('problem.some') })
    else setIsSaving(true)
  }
  useCommand('save', check)
  return (
    <>
      <FormHeader isChanged={isChanged} onDiscard={() => keep(null)} onCheck={check} />
      <div className="clocks-page">
        <div className="clocks-column">
          <WeekCard draft={draft} read={read} onChange={(week) => change({ week })} />
          <TargetsCard draft={draft} read={read} onChange={(targets) => change({ targets })} />
        </div>
        <DaysCard days={draft.days} week={read.week} onChange={(days) => change({ days })} />
      </div>
      {isSaving && (
        <SaveDialog
          read={read}
          version={stored.version}
          onClose={() => setIsSaving(false)}
          onSaved={() => {
            keep(null)
            setIsSaving(false)
          }}
        />
      )}
    </>
  )
}

type HeaderProps = {
  readonly isChanged: boolean
  readonly onDiscard: () => void
  readonly onCheck: () => void
}

function FormHeader({ isChanged, onDiscard, onCheck }: HeaderProps) {
  const { t } = useTranslation('clocks')
  return (
    <PageHeader
      title={t('title')}
      aside={isChanged && <Tag tone="attention">{t('save.unsaved')}</Tag>}
      actions={
        <>
          {isChanged && <Button onClick={onDiscard}>{t('save.discard')}</Button>}
          <Button type="primary" disabled={!isChanged} onClick={onCheck}>
            {t('save.button')}
          </Button>
        </>
      }
    />
  )
}
