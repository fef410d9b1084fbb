import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Builds the command line and its worker into a folder of their own; answers the program and how to remove it. */
export async function buildCli(): Promise<{ program: string; remove: () => void }> {
  // Below node_modules, so that the database library is found and no tool looks at the files.
  const outDir = mkdtempSync(at('node_modules/.parkdesk-cli-'))
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': at('shared'), '@resources': at('resources') } },
    ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rollupOptions: {
        input: { cli: at('electron/cli/main.ts'), worker: at('electron/data/worker.ts') },
        external: ['better-sqlite3', 'electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return { program: join(outDir, 'cli.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

export type CliRun = { readonly status: number; readonly out: string; readonly err: string }

/** Beside its arguments: standard input and variables of the environment. */
export type CliGiven = { readonly input?: string; readonly env?: Readonly<Record<string, string>> }

/** Starts the command line as a user would. */
export function startCli(
  program: string,
  args: readonly string[],
  given: CliGiven = {},
): { readonly child: ChildProcess; readonly finished: Promise<CliRun> } {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', ...given.env },
  })
  child.stdin.end(given.input ?? '')
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const finished = new Promise<CliRun>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status: status ?? -1, out, err }))
  })
  return { child, finished }
}

/** Runs the command line to its end. */
export function runCli(program: string, args: readonly string[], given: CliGiven = {}): Promise<CliRun> {
  return startCli(program, args, given).finished
}
