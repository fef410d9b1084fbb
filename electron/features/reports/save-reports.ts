import type { ReportFigures } from '@shared/features/reports/figures'
import type { ReportFormat } from '@shared/features/reports/reports.contract'
import type { Language } from '@shared/kernel/language'
import type { TaskInput, TaskOutput } from '../../data/tasks'
import type { ReportWish } from './reports.tasks'

type ReportTask = 'reports.figures' | 'reports.pages' | 'reports.save'

/** What making reports needs from where it happens: the window's program or the command line. */
export type ReportTools = {
  readonly run: <N extends ReportTask>(name: N, input: TaskInput<N>) => Promise<TaskOutput<N>>
  /** Prints HTML documents to PDF, in their order. */
  readonly print: (documents: readonly string[]) => Promise<readonly Uint8Array[]>
}

export type SaveWish = ReportWish & {
  readonly languages: readonly Language[]
  readonly formats: readonly ReportFormat[]
  /** Made if it does not exist. */
  readonly folder: string
}

/**
 * Writes the reports of one period, all of them from figures counted once; answers the paths of the files.
 *
 * @throws AppError `period_invalid`, `park_missing`, `cancelled`, `target_unwritable`, `disk_full`, `printing_failed`,
 *   `electron_missing`
 */
export async function saveReports(
  wish: SaveWish,
  tools: ReportTools,
): Promise<{ readonly files: readonly string[]; readonly figures: ReportFigures }> {
  const { languages, formats, folder } = wish
  const figures = await tools.run('reports.figures', { kind: wish.kind, period: wish.period })
  const prints = formats.includes('pdf')
    ? await tools.print(await tools.run('reports.pages', { figures, languages }))
    : []
  const files = await tools.run('reports.save', { figures, languages, formats, folder, prints })
  return { files, figures }
}
