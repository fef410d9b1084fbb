import { basename } from 'node:path'
import type { Handlers } from '../../data/handlers'
import { reportEntry } from './report-entry'
import { saveReports } from './save-reports'

export const reportsHandlers: Handlers<'reports'> = {
  figures: ({ jobId, ...wish }, { runTask }) => runTask('reports.figures', jobId, wish),
  save: async ({ jobId, folder, ...wish }, context) => {
    const { files, figures } = await saveReports(
      { ...wish, folder: context.targetOf(folder) },
      {
        run: (name, input) => context.runTask(name, jobId, input),
        print: async (documents) => {
          const prints: Uint8Array[] = []
          for (const html of documents) prints.push(await context.printPdf(html))
          return prints
        },
      },
    )
    context.enter(reportEntry(wish, figures))
    return { files: files.map((file) => basename(file)) }
  },
}
