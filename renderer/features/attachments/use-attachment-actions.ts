import { useTranslation } from 'react-i18next'
import type { Attachment } from '@shared/features/attachments/attachment'
import { api, failureOf } from '../../api/client'
import { useJob, type Job } from '../../api/jobs'
import { useNotify } from '../../ui'

export type AttachmentActions = {
  readonly job: Job
  readonly cancel: () => void
  readonly open: (attachment: Attachment) => Promise<void>
  readonly save: (attachment: Attachment) => void
  readonly remove: (attachment: Attachment) => void
  readonly restore: (attachment: Attachment) => void
}

const refOf = ({ register, recordId, id }: Attachment) => ({ register, recordId, id })

/** What can be done with a file that is attached. */
export function useAttachmentActions(): AttachmentActions {
  const { t } = useTranslation('attachments')
  const notify = useNotify()
  const job = useJob()

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (failureOf(error).code !== 'cancelled') notify.failed(error)
    }
  }

  const restore = (attachment: Attachment) =>
    attempt(async () => {
      const { name } = await api.attachments.restore(refOf(attachment))
      notify.show({ tone: 'good', text: t('restored', { name }) })
    })

  const remove = (attachment: Attachment) =>
    attempt(async () => {
      const { name } = await api.attachments.remove(refOf(attachment))
      const action = { label: t('undo'), run: () => void restore(attachment) }
      notify.show({ tone: 'neutral', text: t('removed', { name }), action })
    })

  const save = (attachment: Attachment) =>
    attempt(async () => {
      const target = { purpose: 'attachment', title: t('saveTitle'), suggestedName: attachment.name } as const
      const file = await api.shell.chooseFile(target)
      if (file === null) return
      const { token } = file
      const { fileName } = await job.run((jobId) =>
        api.attachments.save({ ...refOf(attachment), jobId, file: token }),
      )
      const run = () => void api.shell.showInFolder({ token }).catch(notify.failed)
      notify.show({ tone: 'good', text: t('saved', { file: fileName }), action: { label: t('show'), run } })
    })

  return {
    job,
    cancel: () => void job.cancel().catch(notify.failed),
    open: (attachment) =>
      attempt(async () => {
        await job.run((jobId) => api.attachments.open({ ...refOf(attachment), jobId }))
      }),
    save: (attachment) => void save(attachment),
    remove: (attachment) => void remove(attachment),
    restore: (attachment) => void restore(attachment),
  }
}
