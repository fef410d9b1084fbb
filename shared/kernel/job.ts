import { z } from 'zod'

/** The window chooses the id of a long job before it starts it, so that progress and cancelling have a name from the first moment. */
export const jobIdSchema = z.uuid()

/** How far a long job is. `total` is null while it is not known. */
export type JobProgress = {
  readonly jobId: string
  readonly phase: JobPhase
  readonly done: number
  readonly total: number | null
}

export type JobPhase = 'reading' | 'checking' | 'writing' | 'counting' | 'drawing' | 'copying' | 'verifying'

/** Stands for a file or folder the user chose in a dialog; only the main process knows the path behind it. */
export const fileTokenSchema = z.uuid()
