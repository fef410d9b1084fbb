import { Button } from 'antd'
import { Paperclip } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '@shared/features/attachments/attachment'
import type { RegisterName } from '@shared/kernel/registers'
import { api, useApiQuery } from '../../api/client'
import { useRights } from '../../api/session'
import { Card, EmptyState, ErrorState, ProgressLine, Skeleton, useNotify } from '../../ui'
import { AttachmentList } from './AttachmentList'
import { OpenDialog } from './OpenDialog'
import { RemovedList } from './RemovedList'
import { useAdding, type Adding } from './use-adding'
import { useIncomingFiles } from './use-incoming-files'
import { useAttachmentActions } from './use-attachment-actions'
import './attachments.css'

// Only what is looked at needs the reader of PDF files.
const PreviewDialog = lazy(async () => ({ default: (await import('./PreviewDialog')).PreviewDialog }))

type Props = {
  readonly register: RegisterName
  readonly id: string
  /** A record in the bin shows its files and takes none. */
  readonly isDeleted: boolean
}

/** The files that belong to a record: added by a button, by dropping or pasting; opened, saved, removed, restored. */
export function AttachmentsCard({ register, id, isDeleted }: Props) {
  const { t } = useTranslation('attachments')
  const mayWrite = useRights().has(`${register}.write`) && !isDeleted
  const record = { register, recordId: id }
  const adding = useAdding(record)
  const zone = useRef<HTMLDivElement>(null)
  const isOver = useIncomingFiles(zone, mayWrite, adding.add)
  return (
    <div ref={zone} className={isOver ? 'attachments-zone attachments-over' : 'attachments-zone'}>
      <Card title={t('title')} extra={mayWrite && <AddButton adding={adding} />}>
        <Files register={register} id={id} mayWrite={mayWrite} />
        <AddingLine adding={adding} />
        {isOver && <p className="attachments-drop">{t('drop')}</p>}
      </Card>
    </div>
  )
}

function AddButton({ adding }: { readonly adding: Adding }) {
  const { t } = useTranslation('attachments')
  const notify = useNotify()
  const choose = async () => {
    try {
      await adding.add(await api.shell.chooseAttachments({ title: t('add') }))
    } catch (error) {
      notify.failed(error)
    }
  }
  return (
    <Button
      size="small"
      icon={<Paperclip size={14} strokeWidth={1.6} aria-hidden />}
      onClick={() => void choose()}
    >
      {t('add')}
    </Button>
  )
}

/** Which of several files is being added, and how far it is. */
function AddingLine({ adding }: { readonly adding: Adding }) {
  const { t } = useTranslation('attachments')
  const notify = useNotify()
  const { current, job } = adding
  if (current === null) return null
  return (
    <div className="attachments-progress">
      {current.total > 1 && <p className="ui-quiet">{t('progress', current)}</p>}
      <ProgressLine progress={job.progress} onCancel={() => void job.cancel().catch(notify.failed)} />
    </div>
  )
}

type FilesProps = { readonly register: RegisterName; readonly id: string; readonly mayWrite: boolean }

function Files({ register, id, mayWrite }: FilesProps) {
  const { t } = useTranslation('attachments')
  const [opening, setOpening] = useState<Attachment | null>(null)
  const [shown, setShown] = useState<Attachment | null>(null)
  const query = useApiQuery('attachments', 'list', { register, recordId: id })
  const actions = useAttachmentActions()
  if (query.isPending) return <Skeleton lines={2} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const live = query.data.filter(({ deletedAt }) => deletedAt === null)
  const removed = query.data.filter(({ deletedAt }) => deletedAt !== null)
  return (
    <>
      {live.length === 0 ? (
        <EmptyState icon={Paperclip} title={t('empty')} text={t(mayWrite ? 'emptyText' : 'emptyReadOnly')} />
      ) : (
        <AttachmentList
          attachments={live}
          mayWrite={mayWrite}
          actions={actions}
          onOpen={setOpening}
          onPreview={setShown}
        />
      )}
      {live.length > 0 && mayWrite && <p className="attachments-hint ui-quiet no-print">{t('hint')}</p>}
      {actions.job.running && (
        <div className="attachments-progress">
          <ProgressLine progress={actions.job.progress} onCancel={actions.cancel} />
        </div>
      )}
      {removed.length > 0 && (
        <RemovedList attachments={removed} mayWrite={mayWrite} onRestore={actions.restore} />
      )}
      {shown !== null && (
        <Suspense>
          <PreviewDialog attachment={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
      {opening !== null && (
        <OpenDialog attachment={opening} onOpen={actions.open} onClose={() => setOpening(null)} />
      )}
    </>
  )
}
