import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { BackupStatus } from '@shared/features/backups/backups'
import type { Park } from '@shared/features/settings/settings'
import { say } from './measure'

/** The checkout; `npm run bench` starts every measurement in it. */
export const project = resolve('.')

/** The prepared Electron of the checkout. */
export function electronExecutable(): string {
  const executable = process.env['PARKDESK_ELECTRON']
  if (!executable) throw new Error('there is no Electron; start this with npm run bench')
  return executable
}

/** What Electron is started with to show the park of a folder. */
export function appArguments(user: string, park: string): string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...sandbox, project, `--user-data-dir=${user}`, '--data', park]
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder for a user's settings, gone with the process. */
export function userFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parkdesk-bench-user-'))
  folders.push(folder)
  return folder
}

export type RunningApp = { readonly app: ElectronApplication; readonly page: Page }

/** The built application on a park, once its first screen shows its figures. */
export async function startApp(park: string): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: appArguments(userFolder(), park),
  })
  const page = await app.firstWindow()
  await page.locator('.overview-figure').first().waitFor()
  await dayBackup(page)
  return { app, page }
}

/**
 * Waits until the day's backup is there. A few seconds after opening the program makes it by itself; what is measured
 * beside that would be another thing the second time.
 */
async function dayBackup(page: Page): Promise<void> {
  const { timeZone } = await call<Park>(page, 'settings.park', {})
  const day = (at: number) => new Date(at).toLocaleDateString('sv', { timeZone })
  const isThere = async () => {
    const { backups } = await call<BackupStatus>(page, 'backups.status', {})
    return backups.some(({ createdAt }) => day(createdAt) === day(Date.now()))
  }
  if (await isThere()) return
  say('waiting for the backup of the day')
  while (!(await isThere())) await page.waitForTimeout(1000)
}

/** The functions the preload script gives the page: JSON text in, JSON text out. */
export type Bridge = {
  readonly features: Readonly<Record<string, Readonly<Record<string, (input: string) => Promise<string>>>>>
}

/** Calls an operation the way the screens do; throws what it answers if that is no success. */
export async function call<T>(page: Page, operation: string, input: object): Promise<T> {
  const [feature = '', name = ''] = operation.split('.')
  const answer = await page.evaluate(
    ([feature, name, input]) => {
      const bridge = Reflect.get(globalThis, 'parkdesk') as Bridge
      return bridge.features[feature]?.[name]?.(input)
    },
    [feature, name, JSON.stringify(input)] as const,
  )
  const result = JSON.parse(answer ?? '{}') as { readonly ok: boolean; readonly value: T }
  if (!result.ok) throw new Error(`${operation}: ${answer}`)
  return result.value
}
