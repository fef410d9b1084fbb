import { runCli } from '../../electron/cli/program'

/** What a command wrote to standard output and standard error. */
export type Said = { out: string; err: string }

/** Runs a command line that ends before any task is started; what it writes is added to `said`. */
export function callInProcess(said: Said, args: readonly string[]): Promise<number> {
  return runCli(args, {
    out: (text) => void (said.out += text),
    message: (text) => void (said.err += text),
    watched: false,
    env: {},
    readLines: () => Promise.resolve([]),
    printPdfs: () => Promise.resolve([]),
    signal: new AbortController().signal,
  })
}
