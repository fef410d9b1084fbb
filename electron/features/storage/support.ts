import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { basename, join } from 'node:path'
import { AppError } from '@shared/contract/result'
import { databaseFile, openUnchecked, sqliteVersion } from '../../data/connection'
import { folderKind } from '../../data/folder-check'
import type { QueryContext } from '../../data/handlers'
import { currentVersion } from '../../data/migrations'
import { toAppError } from '../../data/sqlite-errors'
import { version } from '../../../package.json'

type Look = () => unknown

/** What a look finds, or why it finds nothing: in a damaged folder anything may fail, and nothing must keep the rest. */
function tried(look: Look): unknown {
  try {
    return look()
  } catch (error) {
    const { code, params } = toAppError(error)
    return { failed: code, detail: params['detail'] ?? null }
  }
}

/** Sizes and times of everything in a data folder; of what lies deeper only how much it is. */
function filesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name)
    const { size, mtime, mode } = statSync(path)
    const shown = { name: entry.name, modified: mtime.toISOString(), mode: (mode & 0o777).toString(8) }
    return entry.isDirectory() ? { ...shown, entries: readdirSync(path).length } : { ...shown, bytes: size }
  })
}

function databaseFacts(folder: string) {
  const db = openUnchecked(databaseFile(folder))
  const pragma = (name: string) => tried(() => db.pragma(name, { simple: true }))
  try {
    return {
      applicationId: pragma('application_id'),
      structure: pragma('user_version'),
      pages: pragma('page_count'),
      pageSize: pragma('page_size'),
      freePages: pragma('freelist_count'),
      journal: pragma('journal_mode'),
      // Names pages and tables, never what stands in them.
      check: tried(() => db.pragma('quick_check(20)')),
      rows: tried(() => rowsOf(db)),
    }
  } finally {
    db.close()
  }
}

function rowsOf(db: ReturnType<typeof openUnchecked>) {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*'`)
    .pluck()
    .all() as string[]
  const count = (table: string) =>
    tried(() =>
      db
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    )
  return Object.fromEntries(tables.map((table) => [table, count(table)]))
}

/** Everything that helps to find out what is wrong with the data of a folder, without a word of any record. */
export function supportFacts({ folder, park, now }: Pick<QueryContext, 'folder' | 'park' | 'now'>) {
  return {
    made: new Date(now()).toISOString(),
    parkdesk: version,
    structure: currentVersion,
    sqlite: sqliteVersion(),
    system: `${platform()} ${release()} ${arch()}`,
    state: park.state(),
    condition: park.condition(),
    folder: { path: folder, ...folderKind(folder) },
    files: tried(() => filesOf(folder)),
    database: tried(() => databaseFacts(folder)),
  }
}

/** Saves those facts as a file. Errors: `target_unwritable`, `disk_full`. */
export function saveSupport(context: QueryContext, path: string): { readonly fileName: string } {
  const text = `${JSON.stringify(supportFacts(context), null, 2)}\n`
  try {
    writeFileSync(path, text)
  } catch (error) {
    const failure = toAppError(error)
    throw failure.code === 'disk_full' ? failure : new AppError('target_unwritable', { file: basename(path) })
  }
  return { fileName: basename(path) }
}
