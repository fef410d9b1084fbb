import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/contract/result'
import { wholeRegisterRights, type RegisterName } from '@shared/kernel/registers'
import type { Handlers, QueryContext } from '../../data/handlers'
import { readBatch, readBatches } from './batches.repo'
import { readProblems } from './findings'
import type { ImportInput } from './prepare-import'
import { deleteProfile, readProfiles, registerOfProfile, writeProfile } from './profiles.repo'

type Source = {
  readonly jobId: string
  readonly register: ImportInput['register']
  readonly file: string
  readonly reading: NonNullable<ImportInput['reading']>
  readonly mapping?: Readonly<Record<string, string>> | undefined
}

function importInput(
  { jobId, register, file, reading, mapping }: Source,
  context: QueryContext,
): ImportInput {
  return {
    jobId,
    register,
    path: context.pathOf(file),
    reading,
    ...(mapping === undefined ? {} : { mapping }),
  }
}

/** Taking an import back touches what it brought: any field, any row of its register. Errors: `not_allowed`. */
function mustBeAllowedAll(register: RegisterName | undefined, { session, enter }: QueryContext): void {
  if (register === undefined) return
  const missing = wholeRegisterRights(register, 'write').find((right) => !session.rights.has(right))
  if (missing === undefined) return
  enter({ action: 'refused', register: 'imports', recordId: register, changes: { right: [null, missing] } })
  throw new AppError('not_allowed', { name: register })
}

export const importsHandlers: Handlers<'imports'> = {
  inspect: ({ jobId, file, register, reading }, context) =>
    context.runTask('imports.inspect', jobId, { path: context.pathOf(file), register, reading }),
  dryRun: (input, context) => context.runTask('imports.dryRun', input.jobId, importInput(input, context)),
  run: async (input, context) => {
    const outcome = await context.runTask('imports.run', input.jobId, importInput(input, context))
    context.changed(input.register, 'imports')
    return outcome
  },
  problems: ({ jobId, after, limit, severity }, { folder }) =>
    readProblems(folder, jobId, { after, limit, severity: severity ?? null }),
  saveRejects: ({ jobId, file, language }, context) =>
    context.runTask('imports.saveRejects', randomUUID(), { jobId, path: context.targetOf(file), language }),
  batches: ({ limit }, { db, session }) =>
    readBatches(db, limit).filter(({ register }) => session.rights.has(`${register}.read`)),
  undo: async ({ batchId }, context) => {
    mustBeAllowedAll(readBatch(context.db, batchId)?.register, context)
    const batch = await context.runTask('imports.undo', randomUUID(), { batchId })
    context.changed(batch.register, 'imports')
    return batch
  },
  profiles: ({ register }, { db }) => readProfiles(db, register),
  saveProfile: (profile, { db, changed }) => {
    const kept = writeProfile(db, profile)
    changed('imports')
    return kept
  },
  removeProfile: ({ id }, context) => {
    mustBeAllowedAll(registerOfProfile(context.db, id), context)
    deleteProfile(context.db, id)
    context.changed('imports')
    return null
  },
}
