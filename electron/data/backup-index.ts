import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { backupReasons } from '@shared/features/backups/backups'
import { writeDurably } from '../platform/durable-file'
import { backupFilesIn, backupsFolder } from './backup-files'

const anchorSchema = z.object({ sequence: z.number(), hash: z.string() })

/** A backup of the folder that was read again after it had been written and is what it should be. */
const storedSchema = z.object({
  id: z.string(),
  parkId: z.string(),
  createdAt: z.number(),
  reason: z.enum(backupReasons),
  bytes: z.number(),
  rows: z.number(),
  encrypted: z.boolean(),
  head: anchorSchema,
  /** Milliseconds it took to make. */
  tookMs: z.number(),
})
export type StoredBackup = z.output<typeof storedSchema>

const indexSchema = z.object({
  format: z.literal(1),
  backups: z.array(storedSchema),
  /** When the last attempt failed; null when it did not. */
  failedAt: z.number().nullable(),
  lastDrill: z.object({ at: z.number(), ok: z.boolean(), detail: z.string() }).nullable(),
  /** The folder on another device, and when a copy last went to any other device. */
  elsewhereFolder: z.string().nullable(),
  elsewhereAt: z.number().nullable(),
})
export type BackupIndex = z.output<typeof indexSchema>

const nothingYet: BackupIndex = {
  format: 1,
  backups: [],
  failedAt: null,
  lastDrill: null,
  elsewhereFolder: null,
  elsewhereAt: null,
}

const indexFile = (folder: string) => join(backupsFolder(folder), 'index.json')

/** What is known of the backups of a data folder. A list that is missing or spoiled is made anew from the files. */
export function readIndex(folder: string): BackupIndex {
  try {
    return indexSchema.parse(JSON.parse(readFileSync(indexFile(folder), 'utf8')))
  } catch {
    return nothingYet
  }
}

/** Changes the list; it is whole on the disk when this returns. Answers it. */
export function changeIndex(
  folder: string,
  change: (index: BackupIndex) => Partial<BackupIndex>,
): BackupIndex {
  const before = readIndex(folder)
  const index = { ...before, ...change(before) }
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 })
  writeDurably(indexFile(folder), JSON.stringify(index))
  return index
}

/** Adds a verified backup to the list; an attempt that failed before it is forgotten. */
export function addBackup(folder: string, added: StoredBackup): void {
  changeIndex(folder, ({ backups }) => ({
    backups: [...backups.filter(({ id }) => id !== added.id), added],
    failedAt: null,
  }))
}

/** The verified backups whose files are in the data folder as they were then, newest first. */
export function listBackups(folder: string): readonly StoredBackup[] {
  const files = new Map(backupFilesIn(backupsFolder(folder)).map(({ id, bytes }) => [id, bytes]))
  return readIndex(folder)
    .backups.filter(({ id, bytes }) => files.get(id) === bytes)
    .sort((one, other) => other.createdAt - one.createdAt)
}

/** Those of one park; a backup from before parks had numbers can only be of the park it lies beside. */
export function backupsOf(folder: string, parkId: string | undefined): readonly StoredBackup[] {
  return listBackups(folder).filter((backup) => backup.parkId === parkId || backup.parkId === '')
}

/** Files that are called like backups and that nobody has verified as they are. */
export function unknownBackups(folder: string) {
  const known = new Set(listBackups(folder).map(({ id }) => id))
  return backupFilesIn(backupsFolder(folder)).filter(({ id }) => !known.has(id))
}
