import type { shellContract } from '@shared/features/shell/shell.contract'
import type { QueryContext } from '../../data/handlers'

type DataPart = Pick<typeof shellContract, 'cancelJob'>
type Handler<Name extends keyof DataPart> = (
  input: ReturnType<DataPart[Name]['input']['parse']>,
  context: QueryContext,
) => null

/** The part of the shell that belongs to the data process; dialogs and windows are the main process's. */
export const shellHandlers: { readonly [Name in keyof DataPart]: Handler<Name> } = {
  cancelJob: ({ jobId }, { cancelJob }) => {
    cancelJob(jobId)
    return null
  },
}
