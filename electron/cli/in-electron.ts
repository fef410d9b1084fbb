import { app } from 'electron'
import { printPdf } from '../app/print'
import { setWorkerFile } from '../data/run-task'
import { readLines, takeEnvironment } from './caller'
import { commandNames } from './command-names'

/** The arguments after the program's own, without the switches that are meant for Chromium. */
function ownArguments(argv: readonly string[]): readonly string[] {
  // Started from a checkout the first argument is the application's folder.
  return argv.slice(process.defaultApp ? 2 : 1)
}

/** Whether the program was started with a command. */
export function isCommandLine(argv: readonly string[]): boolean {
  return commandNames.includes(ownArguments(argv)[0] ?? '')
}

/** Carries out the command without a window and ends the program with its status. */
export async function runCommandLine(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  Object.assign(process.env, env)
  setWorkerFile(new URL('./worker.js', import.meta.url))
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  await app.whenReady()
  // Loaded only now: a program that opens its window has no use for the commands.
  const { runCli } = await import('./program')
  // Between two documents there is a moment without a window, which must not end the program.
  app.on('window-all-closed', () => undefined)
  const status = await runCli(ownArguments(argv), {
    out: (text) => void process.stdout.write(text),
    message: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY,
    env: takeEnvironment(),
    readLines,
    printPdfs: async (documents) => {
      const printed: Uint8Array[] = []
      for (const html of documents) printed.push(await printPdf(html))
      return printed
    },
    signal: stop.signal,
  })
  await Promise.all([written(process.stdout), written(process.stderr)])
  app.exit(status)
}

/** Resolves once everything written so far has left the program. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
