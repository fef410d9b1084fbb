import type { Handlers } from '../../data/handlers'

export const exportsHandlers: Handlers<'exports'> = {
  run: ({ jobId, register, format, language, file, filter }, context) =>
    context.runTask('exports.run', jobId, {
      register,
      format,
      language,
      path: context.pathOf(file),
      rights: [...context.session.rights],
      filter,
    }),
}
