import { execFile } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Language } from '@shared/kernel/language'
import { inProject, sample } from './project'

const execute = promisify(execFile)

/** An empty park, one filled from the workbooks of a language, or a generated one that ends today. */
export type ParkKind = 'empty' | 'demo' | Language

/** Parks made once by the built command line and copied for every test. */
export class Parks {
  readonly #folder: string
  readonly #made = new Map<ParkKind, Promise<string>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Puts a park into a folder that is not there yet. */
  async copyTo(kind: ParkKind, target: string): Promise<void> {
    const made = this.#made.get(kind) ?? this.#make(kind)
    this.#made.set(kind, made)
    cpSync(await made, target, { recursive: true })
  }

  async #make(kind: ParkKind): Promise<string> {
    const folder = join(this.#folder, kind)
    mkdirSync(folder, { recursive: true })
    const names = [
      '--name-zh',
      '霍尔果斯产业园',
      '--name-ru',
      'Индустриальный парк',
      '--name-en',
      'Border Park',
    ]
    const place = ['--time-zone', 'Asia/Almaty', '--currency', 'CNY', '--country', 'KZ']
    await parkdesk(folder, 'init', ...names, ...place)
    if (kind === 'demo') await parkdesk(folder, 'demo', '--until', today())
    if (kind === 'empty' || kind === 'demo') return folder
    for (const register of ['tenants', 'requests', 'incidents'] as const) {
      await parkdesk(folder, 'import', register, sample(kind, register))
    }
    return folder
  }
}

/** Everything in a generated park happened before its last day, so it gets tomorrow's. */
function today(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
}

async function parkdesk(folder: string, ...args: readonly string[]): Promise<void> {
  // The command line runs in Node: the addon of the application's Electron is not meant for it.
  const { PARKDESK_SQLITE_BINDING: _binding, ...env } = process.env
  const program = inProject('out/main/cli.js')
  try {
    await execute(process.execPath, [program, ...args, '--data', folder, '--json'], { env })
  } catch (error) {
    // Rows that were refused are a status of their own; the samples hold some on purpose.
    if (!(error instanceof Error && 'code' in error && error.code === 1 && args[0] === 'import')) throw error
  }
}
