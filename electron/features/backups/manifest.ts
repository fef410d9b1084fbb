import { z } from 'zod'
import { backupReasons, type BackupManifest } from '@shared/features/backups/backups'

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const countSchema = z.number().int().min(0)

const manifestSchema = z.strictObject({
  format: z.literal(1),
  parkId: z.string().max(64),
  parkName: z.string().max(400),
  workstation: z.string().max(200),
  createdAt: z.number(),
  appVersion: z.string().max(40),
  schema: countSchema,
  reason: z.enum(backupReasons),
  counts: z.record(z.string().max(100), countSchema),
  head: z.strictObject({ sequence: countSchema, hash: hashSchema }),
  parts: z.record(z.string().max(100), z.strictObject({ sha256: hashSchema, bytes: countSchema })),
})

/** The manifest of a text; undefined where it is none. */
export function parseManifest(text: string): BackupManifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Name of the database inside a backup. */
export const databasePart = 'database.sqlite'
/** Where the attachments are inside a backup; below it they are called by their SHA-256. */
export const attachmentsPart = 'attachments/'
/** The manifest and its SHA-256 come after everything they speak of. */
export const manifestPart = 'manifest.json'
export const manifestSumPart = 'manifest.sha256'

/** Whether a name is one of a part that may be unpacked: nothing else ever becomes a path. */
export function isPartName(name: string): boolean {
  return name === databasePart || /^attachments\/[0-9a-f]{64}$/.test(name)
}
