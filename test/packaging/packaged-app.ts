import { spawn } from 'node:child_process'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')

/** The folder that `npm run package` leaves on Linux. */
export const packageFolder = join(project, 'dist', 'linux-unpacked')

/** A sample workbook or what is expected of it, by its path below the samples. */
export const sample = (...path: readonly string[]) => join(project, 'test', 'fixtures', 'samples', ...path)

export type Outcome = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** Runs a program to its end; nothing of this test run's own settings reaches it except `extra`. */
export function runProgram(
  program: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    LANG: 'C.UTF-8',
    ...extra,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ status: code ?? -1, stdout, stderr }))
  })
}

/** Makes the package as `npm run package -- dir` does. */
export async function makePackage(): Promise<void> {
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const { status, stderr } = await runProgram(process.execPath, ['scripts/package.mjs', 'dir'], environment)
  if (status !== 0) throw new Error(`the package could not be made:\n${stderr}`)
}

/** A command given to the packaged application on a machine without a display, with `home` as the user's folder. */
export const parkdesk = (home: string, ...args: readonly string[]) =>
  runProgram(join(packageFolder, 'parkdesk'), args, { HOME: home, XDG_CONFIG_HOME: join(home, 'config') })
