import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { AppError } from '@shared/contract/result'
import { reasonMark, type PrintJob } from './print-job'

const execute = promisify(execFile)
const timeLimit = 180_000

/**
 * Prints HTML documents to PDF from plain Node, which cannot: starts Electron on the print host for all of them at once,
 * under a virtual display where there is none.
 *
 * The executable is that of the environment's PARKDESK_ELECTRON, or what the script named in PARKDESK_ENSURE_ELECTRON
 * prepares.
 *
 * @param host the built print host; without one it is looked for beside the program
 * @throws AppError `electron_missing`, `printing_failed`
 */
export async function printByElectron(
  documents: readonly string[],
  host: string = printHost(),
): Promise<readonly Uint8Array[]> {
  const executable = await electronExecutable()
  const folder = await mkdtemp(join(tmpdir(), 'parkdesk-print-'))
  try {
    const job: PrintJob = {
      documents: documents.map((_html, index) => ({
        html: join(folder, `${index}.html`),
        pdf: join(folder, `${index}.pdf`),
      })),
    }
    await Promise.all(job.documents.map(({ html }, index) => writeFile(html, documents[index] ?? '')))
    await writeFile(join(folder, 'job.json'), JSON.stringify(job))
    await writeApplication(folder, host)
    await start(executable, folder)
    return await Promise.all(job.documents.map(({ pdf }) => readFile(pdf)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Electron is started on a folder; this makes one whose application is the print host. */
async function writeApplication(folder: string, host: string): Promise<void> {
  const manifest = { name: 'parkdesk-print', main: 'main.js', type: 'module' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  // Electron shows a failed start in a dialog and waits for ever; the command line must hear of it instead.
  const url = JSON.stringify(pathToFileURL(host).href)
  const entry = `await import(${url}).catch((error) => {
  process.stderr.write(${JSON.stringify(reasonMark)} + error.message + '\\n')
  process.exit(1)
})
`
  await writeFile(join(folder, 'main.js'), entry)
}

async function start(executable: string, folder: string): Promise<void> {
  const asRoot = process.getuid?.() === 0
  const options = [
    // Chromium refuses to run as root with its sandbox on.
    ...(asRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-job=${join(folder, 'job.json')}`,
  ]
  const command = hasDisplay() ? [executable] : ['xvfb-run', '-a', executable]
  const [program = executable, ...before] = command
  try {
    await execute(program, [...before, folder, ...options], { timeout: timeLimit })
  } catch (error) {
    throw new AppError('printing_failed', { detail: reasonOf(error) })
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

async function electronExecutable(): Promise<string> {
  const given = process.env['PARKDESK_ELECTRON']
  if (given) return given
  const script = process.env['PARKDESK_ENSURE_ELECTRON']
  if (!script) throw new AppError('electron_missing')
  try {
    const { stdout } = await execute(process.execPath, [script], { timeout: 20 * 60_000 })
    const runtime: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    if (typeof runtime === 'object' && runtime !== null && 'executable' in runtime)
      return String(runtime.executable)
  } catch (error) {
    throw new AppError('electron_missing', { detail: reasonOf(error) })
  }
  throw new AppError('electron_missing')
}

/** The bundler puts this file beside the print host or in a folder below it. */
function printHost(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const found = [here, dirname(here)].map((folder) => join(folder, 'print-host.js')).find(existsSync)
  if (found === undefined) throw new AppError('electron_missing', { detail: 'print-host.js' })
  return found
}

/** The reason a failed program gave, its last line, or what went wrong when it was started. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n') : []
  const marked = said.findLast((line) => line.startsWith(reasonMark))?.slice(reasonMark.length)
  return marked || said.at(-1) || (error instanceof Error ? error.message : String(error))
}
