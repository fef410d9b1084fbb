import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright/test'
import { test as base, type OpenOptions } from './fixtures'
import { foldersIn, Parkdesk, type Folders } from './support/parkdesk'
import type { ParkKind } from './support/parks'
import { PlainUser } from './support/plain-user'

export { expect } from 'playwright/test'

type GuardedOptions = OpenOptions & {
  /** What the application runs under, a tracer for instance. */
  readonly under?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** In place of the test's own. */
  readonly data?: string
}

/** As in the other tests, but whoever opens the application has no privilege and Chromium's sandbox is on. */
type GuardedDesk = {
  readonly folder: string
  readonly folders: Folders
  readonly user: PlainUser
  readonly open: (options?: GuardedOptions) => Promise<Parkdesk>
  /** What the application is told by its surroundings. */
  readonly environment: () => Readonly<Record<string, string>>
  /** Makes a folder of the user's own. */
  readonly makeFolder: (name: string) => string
}

const newFolder = (name: string) => mkdtempSync(join(tmpdir(), `parkdesk-${name}-`))
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Starts the application with nothing of this user's about it: no folder of the tests', no home. */
async function launch(desk: GuardedDesk, options: GuardedOptions, count: number): Promise<Parkdesk> {
  const { user, folder } = desk
  const folders = { ...desk.folders, data: options.data ?? desk.folders.data }
  const app = await _electron.launch({
    executablePath: user.starter(`start-${count}`, options.under),
    args: [user.application, `--user-data-dir=${folders.user}`, `--data=${folders.data}`],
    chromiumSandbox: user.sandboxed,
    cwd: folder,
    env: { ...desk.environment(), ...options.environment },
    timeout: 60_000,
  })
  return new Parkdesk(app, await app.firstWindow({ timeout: 60_000 }), folders, options.language ?? 'en')
}

export const test = base.extend<{ desk: GuardedDesk }, { plainUser: PlainUser }>({
  plainUser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads out of the pattern what a fixture needs: nothing.
    async ({}, use) => {
      const folder = newFolder('plain-user')
      await use(new PlainUser(folder))
      remove(folder)
    },
    { scope: 'worker' },
  ],
  desk: async ({ parks, plainUser }, use, info) => {
    const folder = newFolder('guards')
    plainUser.own(folder)
    const started: Parkdesk[] = []
    const copyPark = async (kind: ParkKind, data: string) => {
      await parks.copyTo(kind, data)
      plainUser.own(data)
    }
    const desk: GuardedDesk = {
      folder,
      folders: foldersIn(folder),
      user: plainUser,
      environment: () => ({
        ...inherited(),
        ...plainUser.environment,
        HOME: desk.makeFolder('home'),
        TMPDIR: desk.makeFolder('tmp'),
      }),
      makeFolder: (name) => {
        const path = join(folder, name)
        const isNew = mkdirSync(path, { recursive: true }) !== undefined
        if (isNew) plainUser.own(path)
        return path
      },
      open: async (options = {}) => {
        if (options.park !== undefined) await copyPark(options.park, options.data ?? desk.folders.data)
        const parkdesk = await launch(desk, options, started.length)
        started.push(parkdesk)
        if (options.language !== undefined && options.park !== undefined)
          await parkdesk.prefer(options.language, options.theme)
        return parkdesk
      },
    }
    await use(desk)
    const failed = info.status !== info.expectedStatus
    const problems: string[] = []
    for (const [index, parkdesk] of started.entries()) {
      if (failed)
        await parkdesk.page.screenshot({ path: info.outputPath(`${index}.png`) }).catch(() => undefined)
      await parkdesk.close()
      problems.push(...parkdesk.problems)
    }
    remove(folder)
    if (!failed && problems.length > 0) throw new Error(`the window reported:\n${problems.join('\n')}`)
  },
})
