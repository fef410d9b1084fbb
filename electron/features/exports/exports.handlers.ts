import type { Handlers } from '../../data/handlers'
import { exportEntry } from './export-entry'

export const exportsHandlers: Handlers<'exports'> = {
  run: async ({ jobId, register, format, language, file, filter }, context) => {
    const rights = [...context.session.rights]
    const path = context.targetOf(file)
    const input = { register, format, language, path, rights, filter }
    const { restricted, ...written } = await context.runTask('exports.run', jobId, input)
    context.enter(exportEntry(input, { ...written, restricted }))
    return written
  },
}
