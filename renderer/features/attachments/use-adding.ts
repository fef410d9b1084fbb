import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '@shared/features/attachments/attachment'
import type { ChosenFile } from '@shared/features/shell/shell.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { api, failureOf } from '../../api/client'
import { useJob, type Job } from '../../api/jobs'
import { useNotify } from '../../ui'

export type FileChoice = NonNullable<ChosenFile>
export type RecordRef = { readonly register: RegisterName; readonly recordId: string }

export type Adding = {
  /** Attaches files one after the other; those given meanwhile come after them. */
  readonly add: (files: readonly FileChoice[]) => Promise<void>
  readonly job: Job
  /** The file that is being added; null while there is none. */
  readonly current: { readonly number: number; readonly total: number; readonly name: string } | null
}

/**
 * Attaching files to a record. One that is refused says why and does not keep the others out; cancelling ends all.
 * `onAdded` is told what was attached.
 */
export function useAdding(
  record: RecordRef,
  onAdded?: (added: readonly Attachment[]) => Promise<void>,
): Adding {
  const { t } = useTranslation('attachments')
  const notify = useNotify()
  const job = useJob()
  const [current, setCurrent] = useState<Adding['current']>(null)
  const queue = useRef(Promise.resolve())

  const takeBack = async (added: readonly Attachment[]) => {
    try {
      for (const { id, register, recordId } of added) await api.attachments.remove({ id, register, recordId })
    } catch (error) {
      notify.failed(error)
    }
  }

  const addAll = async (files: readonly FileChoice[]) => {
    const added: Attachment[] = []
    try {
      for (const [index, { token, name }] of files.entries()) {
        setCurrent({ number: index + 1, total: files.length, name })
        try {
          added.push(await job.run((jobId) => api.attachments.add({ ...record, jobId, file: token })))
        } catch (error) {
          notify.failed(error)
          if (failureOf(error).code === 'cancelled') break
        }
      }
    } finally {
      setCurrent(null)
    }
    const [first] = added
    if (first === undefined) return
    await onAdded?.(added)
    notify.show({
      tone: 'good',
      text: t('added', { count: added.length, name: first.name }),
      action: { label: t('undo'), run: () => void takeBack(added) },
    })
  }

  const add = (files: readonly FileChoice[]) => {
    queue.current = queue.current.then(() => addAll(files))
    return queue.current
  }

  return { add, job, current }
}
