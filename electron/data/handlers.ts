import type { Contract, FeatureName } from '@shared/contract/contract'
import type { Events } from '@shared/contract/events'
import type { OutputOf, ParsedOf } from '@shared/contract/define'
import type { AppError, Failure } from '@shared/contract/result'
import type { Session } from '@shared/contract/rights'
import type { Park } from '@shared/features/settings/settings'
import type { LogEntry } from './change-log'
import type { SessionAccess } from './sessions'
import type { ReadableDb, WritableDb } from './sql'
import type { TaskInput, TaskName, TaskOutput } from './tasks'

/** What a handler is given beside its input. */
export type QueryContext = {
  /** Errors: `park_missing` and whatever else keeps the park from being opened. */
  readonly db: ReadableDb
  readonly park: ParkAccess
  readonly session: Session
  /** Beginning and ending of sessions, that of this window first of all. */
  readonly sessions: SessionAccess
  /**
   * Enters in the change log what is no change of a record: a sign-in, a refusal, an export. At once, or as soon as an
   * import that is writing lets it.
   */
  readonly enter: (entry: LogEntry) => void
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Name of this workstation in the change log. */
  readonly workstation: string
  /** The path behind a token the user chose in a dialog. */
  readonly pathOf: (token: string) => string
  /** The same for a file or folder that was chosen to be written to. Errors: `not_allowed` for one to read. */
  readonly targetOf: (token: string) => string
  /** Runs a long task in a worker thread, with progress and cancelling under its job id. */
  readonly runTask: <N extends TaskName>(
    name: N,
    jobId: string,
    input: TaskInput<N>,
  ) => Promise<TaskOutput<N>>
  readonly cancelJob: (jobId: string) => void
  /** A printed page set as PDF; the main process prints it in a hidden window. */
  readonly printPdf: (html: string) => Promise<Uint8Array>
  /** Has another program open a copy of an attachment; false when there is none for it. */
  readonly openOutside: (path: string) => Promise<boolean>
}

/** Opening, making and replacing the park itself. */
export type ParkAccess = {
  readonly state: () => { readonly state: 'ready' | 'empty' | 'damaged'; readonly failure: Failure | null }
  readonly create: (park: Park) => void
  /** Closes every connection, lets `work` exchange the files, and opens the park again. */
  readonly replace: (work: () => void) => void
  /** Tries again to open a park that is not; `takeOver`: from another machine that has long been silent. */
  readonly reopen: (takeOver: boolean) => void
  /** Something failed as with a damaged file or disk: closes the park, looks it through, and opens it where it is sound. */
  readonly suspect: () => void
  /** Closes a park that a check has found damaged; nobody works with it until it is mended. */
  readonly giveUp: (failure: AppError) => void
  readonly condition: () => {
    /** Nothing can be written: a write-protected medium, or no right to. */
    readonly readOnly: boolean
    /** The program did not come to its end when it last had this park open. */
    readonly uncleanStop: boolean
    /** The file has been looked through since it was opened. */
    readonly quickChecked: boolean
  }
}

export type CommandContext = QueryContext & {
  readonly db: WritableDb
  /** Tells every window what to read again; sent after the command has succeeded. */
  readonly changed: (...registers: Events['changed']['registers']) => void
}

type Handler<Op> = (
  input: ParsedOf<Op>,
  context: Op extends { readonly kind: 'command' } ? CommandContext : QueryContext,
) => OutputOf<Op> | Promise<OutputOf<Op>>

/** A handler for every operation of a feature that runs beside the database. */
export type Handlers<F extends FeatureName> = { readonly [O in keyof Contract[F]]: Handler<Contract[F][O]> }
