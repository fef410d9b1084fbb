import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobProgress } from '@shared/kernel/job'
import { api, onEvent } from './client'

export type Job = {
  /** Runs a long operation under a new job id and answers what it answers. */
  readonly run: <T>(operation: (jobId: string) => Promise<T>) => Promise<T>
  readonly running: boolean
  /** The latest report of the running job; null before its first. */
  readonly progress: JobProgress | null
  /** Asks the running job to stop; its promise then rejects with `cancelled`. */
  readonly cancel: () => Promise<void>
  /** Id of the job that runs or ran last; null before the first. */
  readonly jobId: string | null
}

/** One long job of a screen: start it, show how far it is, stop it. */
export function useJob(): Job {
  const current = useRef<string | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<JobProgress | null>(null)

  useEffect(
    () =>
      onEvent('progress', (report) => {
        if (report.jobId === current.current) setProgress(report)
      }),
    [],
  )

  const run = useCallback(async <T>(operation: (jobId: string) => Promise<T>) => {
    const id = crypto.randomUUID()
    current.current = id
    setJobId(id)
    setProgress(null)
    setRunning(true)
    try {
      return await operation(id)
    } finally {
      if (current.current === id) setRunning(false)
    }
  }, [])

  const cancel = useCallback(async () => {
    if (current.current !== null) await api.shell.cancelJob({ jobId: current.current })
  }, [])

  return { run, running, progress, cancel, jobId }
}
