import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Parkdesk } from './parkdesk'

/** Lines of the program's log with a text in them, once what was done so far has been written there. */
export async function logged({ app, folders }: Parkdesk, text: string): Promise<readonly string[]> {
  // The log is written behind the events: an answer of the main process comes after they have been handled.
  await app.evaluate(() => new Promise((resolve) => setImmediate(resolve)))
  const file = join(folders.data, 'logs', 'parkdesk.log')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes(text))
}
