import { useState } from 'react'
import type { FileInspection, ImportOutcome } from '@shared/features/imports/import'
import type { ChosenFile } from '@shared/features/shell/shell.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { api, failureOf } from '../../api/client'
import { useJob, type Job } from '../../api/jobs'
import { useNotify } from '../../ui'

export type FileChoice = NonNullable<ChosenFile>
export type Reading = {
  readonly encoding?: string
  readonly sheet?: string
  readonly headerRow?: number
}
/** Column index → field. */
export type Mapping = Readonly<Record<string, string>>

/** What came of a dry run or an import; its problems are asked for under the job's id. */
export type Finding = {
  readonly kind: 'dryRun' | 'run'
  readonly jobId: string
  readonly outcome: ImportOutcome
}

export type ImportState = {
  readonly job: Job
  readonly file: FileChoice | null
  readonly inspection: FileInspection | null
  readonly reading: Reading
  readonly mapping: Mapping
  readonly finding: Finding | null
  readonly failure: unknown
  readonly open: (file: FileChoice) => Promise<void>
  /** Looks at the file again, read in another way. */
  readonly readAs: (change: Reading & { readonly register?: RegisterName }) => Promise<void>
  readonly mapColumn: (index: number, field: string | null) => void
  readonly check: () => Promise<void>
  readonly takeIn: () => Promise<void>
  readonly startAgain: () => void
}

type Opened = { readonly file: FileChoice; readonly inspection: FileInspection; readonly reading: Reading }

/** The way of a file into a register: opened, mapped, checked, taken in. */
export function useImport(): ImportState {
  const job = useJob()
  const [failure, setFailure] = useState<unknown>(null)
  const [finding, setFinding] = useState<Finding | null>(null)
  const { opened, setOpened, mapping, setMapping, inspect } = useInspection(job, setFailure, () =>
    setFinding(null),
  )
  const go = useRun(job, opened, mapping, setFailure, setFinding)
  return {
    job,
    file: opened?.file ?? null,
    inspection: opened?.inspection ?? null,
    reading: opened?.reading ?? {},
    mapping,
    finding,
    failure,
    open: (file) => inspect(file, {}),
    readAs: async ({ register, ...change }) => {
      if (opened === null) return
      await inspect(opened.file, { ...opened.reading, ...change }, register ?? opened.inspection.register)
    },
    mapColumn: (index, field) => {
      setFinding(null)
      setMapping((before) => mapped(before, index, field))
    },
    check: () => go('dryRun'),
    takeIn: () => go('run'),
    startAgain: () => {
      setOpened(null)
      setFinding(null)
      setFailure(null)
    },
  }
}

function useInspection(job: Job, onFailure: (error: unknown) => void, onOpened: () => void) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const inspect = async (file: FileChoice, reading: Reading, register?: RegisterName) => {
    onFailure(null)
    try {
      const inspection = await job.run((jobId) =>
        api.imports.inspect({ jobId, file: file.token, register, reading }),
      )
      // The sheet stays the one that was shown, whatever else is chosen later.
      setOpened({ file, inspection, reading: { ...reading, sheet: inspection.sheet ?? undefined } })
      setMapping(mappingOf(inspection))
      onOpened()
    } catch (error) {
      if (failureOf(error).code !== 'cancelled') onFailure(error)
    }
  }
  return { opened, setOpened, mapping, setMapping, inspect }
}

function useRun(
  job: Job,
  opened: Opened | null,
  mapping: Mapping,
  onFailure: (error: unknown) => void,
  onFinding: (finding: Finding) => void,
) {
  const notify = useNotify()
  return async (kind: Finding['kind']) => {
    if (opened === null) return
    const { file, inspection, reading } = opened
    onFailure(null)
    const source = {
      register: inspection.register,
      file: file.token,
      reading: { ...reading, headerRow: inspection.headerRow },
      mapping: { ...mapping },
    }
    try {
      const finding = await job.run(async (jobId) => {
        const outcome = await (kind === 'run'
          ? api.imports.run({ jobId, ...source })
          : api.imports.dryRun({ jobId, ...source }))
        return { kind, jobId, outcome }
      })
      onFinding(finding)
    } catch (error) {
      if (failureOf(error).code === 'cancelled') notify.failed(error)
      else onFailure(error)
    }
  }
}

function mappingOf({ columns }: FileInspection): Mapping {
  return Object.fromEntries(
    columns.flatMap(({ index, field }) => (field === null ? [] : [[String(index), field]])),
  )
}

/** The mapping with one column sent elsewhere; a field takes its values from one column only. */
function mapped(before: Mapping, index: number, field: string | null): Mapping {
  const others = Object.entries(before).filter(
    ([column, target]) => column !== String(index) && target !== field,
  )
  return Object.fromEntries(field === null ? others : [...others, [String(index), field]])
}
