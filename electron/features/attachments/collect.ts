import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { logHead } from '../../data/change-log'
import { openReadable } from '../../data/connection'
import { get, sql, type ReadableDb } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { isAttached } from './attachments.repo'
import { attachmentsFolder } from './stored-file'
import { partialEnding } from './take-in'

const day = 24 * 60 * 60 * 1000

/** Files are only removed by age while the clock agrees with the log: neither behind its newest entry nor far ahead. */
const farAhead = 400 * day

/** Whether there is anything that could be collected. */
export function hasAttachments(folder: string): boolean {
  return existsSync(attachmentsFolder(folder))
}

function clockIsSound(db: ReadableDb, now: number): boolean {
  const { seq } = logHead(db)
  const newest = get<{ at: number }>(db, sql`SELECT at FROM change_log WHERE seq = ${seq}`)?.at ?? now
  return now >= newest && now - newest < farAhead
}

/**
 * Removes what a crash left of files being added, and files no row has referred to for a day: a row is written after its
 * file, so a younger one may still get its row. Answers how many files went.
 */
export function collectAttachments(folder: string, db: ReadableDb, now: number): number {
  const top = attachmentsFolder(folder)
  let removed = 0
  const remove = (path: string) => {
    rmSync(path, { force: true })
    removed += 1
  }
  const mayGoByAge = clockIsSound(db, now)
  for (const entry of readdirSync(top, { withFileTypes: true })) {
    const path = join(top, entry.name)
    if (entry.isFile() && entry.name.endsWith(partialEnding)) remove(path)
    if (!mayGoByAge || !entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue
    for (const name of readdirSync(path)) {
      const file = join(path, name)
      if (!/^[0-9a-f]{64}$/.test(name) || isAttached(db, name)) continue
      if (now - statSync(file).mtimeMs > day) remove(file)
    }
  }
  return removed
}

/** Task: tidies up after a start. */
export function collect(_input: Readonly<Record<string, never>>, { folder }: TaskContext): number {
  if (!hasAttachments(folder)) return 0
  const db = openReadable(folder)
  try {
    return collectAttachments(folder, db, Date.now())
  } finally {
    db.close()
  }
}
