import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RestorePreview } from '@shared/features/backups/backups'
import { api, failureOf } from '../../api/client'
import { useJob, type Job } from '../../api/jobs'
import { errorWords } from '../../i18n/errors'
import { useNotify } from '../../ui'

/** A backup, or what an earlier restore moved aside. */
export type RestoreSource =
  | {
      readonly kind: 'backup'
      readonly source: { readonly id: string } | { readonly file: string }
      readonly label: string
    }
  | { readonly kind: 'aside'; readonly id: string; readonly label: string }

type Meant = { readonly recoveryKey: string; readonly otherPark: boolean }

/** One restore from the choice of a backup to its end. */
export type Restore = {
  /** Null while none is being looked at. */
  readonly source: RestoreSource | null
  /** What the backup holds and going back to it would lose; null before it has been checked. */
  readonly preview: RestorePreview | null
  readonly keyNeeded: boolean
  readonly problem: string | null
  readonly job: Job
  readonly open: (source: RestoreSource) => void
  readonly look: (recoveryKey: string) => void
  readonly restore: (meant: Meant) => void
  readonly close: () => void
}

const authorityOf = (recoveryKey: string) => (recoveryKey.trim() === '' ? {} : { recoveryKey })

/** Looks into a backup as soon as it is chosen, asks for the recovery key where it must, and goes back to it. */
export function useRestore(): Restore {
  const { t } = useTranslation('backups')
  const job = useJob()
  const notify = useNotify()
  const [source, setSource] = useState<RestoreSource | null>(null)
  const [preview, setPreview] = useState<RestorePreview | null>(null)
  const [keyNeeded, setKeyNeeded] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const attempt = async (work: () => Promise<void>) => {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      const failure = failureOf(error)
      if (failure.code === 'backup_key_needed') setKeyNeeded(true)
      if (failure.code !== 'cancelled') setProblem(errorWords(failure))
    }
  }
  const lookInto = (chosen: RestoreSource, recoveryKey: string) =>
    attempt(async () => {
      if (chosen.kind === 'aside') return
      const input = { source: chosen.source, authority: authorityOf(recoveryKey) }
      setPreview(await job.run((jobId) => api.backups.preview({ jobId, ...input })))
      setKeyNeeded(false)
    })
  const restoreFrom = (chosen: RestoreSource, { recoveryKey, otherPark }: Meant) =>
    attempt(async () => {
      await job.run((jobId) => {
        if (chosen.kind === 'aside') return api.backups.bringBack({ jobId, id: chosen.id })
        const authority = authorityOf(recoveryKey)
        return api.backups.restore({ jobId, source: chosen.source, authority, otherPark })
      })
      notify.show({ tone: 'good', text: t('restored', { name: chosen.label }) })
      setSource(null)
    })
  const open = (chosen: RestoreSource) => {
    setSource(chosen)
    setPreview(null)
    setKeyNeeded(false)
    void lookInto(chosen, '')
  }
  const close = () => {
    if (job.running) void job.cancel().catch(notify.failed)
    setSource(null)
  }
  const look = (recoveryKey: string) => void (source && lookInto(source, recoveryKey))
  const restore = (meant: Meant) => void (source && restoreFrom(source, meant))
  return { source, preview, keyNeeded, problem, job, open, look, restore, close }
}
