import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fail } from './log.mjs'

/** Whether the module with this `import.meta.url` is the program that was started. */
export const isMain = (url) =>
  Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url)

/** Ends the program with the message of an error that it cannot go on after. */
export const reportFailure = (error) => fail(error instanceof Error ? error.message : String(error))
