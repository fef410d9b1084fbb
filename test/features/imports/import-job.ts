import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { ImportOutcome, ImportProblem } from '@shared/features/imports/import'
import type { RegisterName } from '@shared/kernel/registers'
import type { TaskContext } from '../../../electron/data/task'
import { importsTasks, readProblems, type ImportInput } from '../../../electron/features/imports'

export const sampleLanguages = ['zh', 'ru', 'en'] as const
export type SampleLanguage = (typeof sampleLanguages)[number]

const endings = { zh: 'xlsx', ru: 'csv', en: 'xlsx' } as const

export function samplePath(language: SampleLanguage, name: string): string {
  return fileURLToPath(new URL(`../../fixtures/samples/${language}/${name}`, import.meta.url))
}

/** The workbook of a register in a sample set. */
export function sampleFile(language: SampleLanguage, register: RegisterName): string {
  return samplePath(language, `${register}_${language}.${endings[language]}`)
}

export function quietTask(folder: string): TaskContext {
  return { folder, actor: 'operator', progress: () => undefined, checkCancelled: () => undefined }
}

type Options = Partial<Pick<ImportInput, 'mapping' | 'overrides' | 'reading'>>

/** Imports a file into the park of a folder, with everything the job pointed out. */
export async function importFile(
  folder: string,
  register: RegisterName,
  path: string,
  options: Options = {},
): Promise<{ outcome: ImportOutcome; problems: readonly ImportProblem[]; jobId: string }> {
  const jobId = randomUUID()
  const outcome = await importsTasks['imports.run']({ jobId, register, path, ...options }, quietTask(folder))
  const { rows } = readProblems(folder, jobId, { after: -1, limit: 500, severity: null })
  return { outcome, problems: rows, jobId }
}
