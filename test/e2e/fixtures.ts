import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type TestInfo } from 'playwright/test'
import type { Language } from '@shared/kernel/language'
import { foldersIn, start, type Parkdesk } from './support/parkdesk'
import { Parks, type ParkKind } from './support/parks'

export { expect } from 'playwright/test'

export type OpenOptions = {
  /** Undefined: a data folder with nothing in it. */
  readonly park?: ParkKind
  /** Of the window; undefined leaves what the application chooses or keeps. */
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
}

/** One park over several runs of the application. */
export type Desk = {
  /** A folder of the test's own, removed after it. */
  readonly folder: string
  /** Starts the application over the test's data folder. */
  readonly open: (options?: OpenOptions) => Promise<Parkdesk>
}

type WorkerFixtures = { readonly parks: Parks }

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'parkdesk-e2e-'))
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

/** Every application is closed, and a test fails for what its windows report however well it went otherwise. */
export const test = base.extend<{ desk: Desk }, WorkerFixtures>({
  parks: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads out of the pattern what a fixture needs: nothing.
    async ({}, use) => {
      const folder = temporaryFolder()
      await use(new Parks(folder))
      remove(folder)
    },
    { scope: 'worker' },
  ],
  desk: async ({ parks }, use, info) => {
    const folder = temporaryFolder()
    const folders = foldersIn(folder)
    const started: Parkdesk[] = []
    const open = async ({ park, language, theme = 'light' }: OpenOptions = {}) => {
      if (park !== undefined) await parks.copyTo(park, folders.data)
      const parkdesk = await start(folders, language ?? 'en')
      started.push(parkdesk)
      // Actions alone: pictures of every step would double the time of the tests.
      await parkdesk.app.context().tracing.start({})
      if (language !== undefined && park !== undefined) await parkdesk.prefer(language, theme)
      return parkdesk
    }
    await use({ folder, open })
    const failed = info.status !== info.expectedStatus
    const problems: string[] = []
    for (const [index, parkdesk] of started.entries()) {
      await keep(parkdesk, failed, info, index)
      // What the window reports of being dropped is nobody's concern.
      problems.push(...parkdesk.problems)
      await parkdesk.drop()
    }
    remove(folder)
    if (!failed && problems.length > 0) throw new Error(`the window reported:\n${problems.join('\n')}`)
  },
})

/** Keeps a picture and a trace of a window that failed. */
async function keep(parkdesk: Parkdesk, failed: boolean, info: TestInfo, index: number): Promise<void> {
  const isOpen = parkdesk.app.windows().length > 0
  if (!isOpen) return
  if (failed)
    await parkdesk.page.screenshot({ path: info.outputPath(`window-${index}.png`) }).catch(() => undefined)
  const trace = failed ? { path: info.outputPath(`trace-${index}.zip`) } : {}
  await parkdesk.app.context().tracing.stop(trace)
}
