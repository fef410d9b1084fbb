import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Anchor, KnownAnchor } from '@shared/features/audit/audit'
import { anchorOf } from '../../data/change-log'
import type { ReadableDb } from '../../data/sql'
import { syncPath } from '../../platform/durable-file'

/** The file beside the database that holds an anchor per line and only grows. */
export function anchorFile(folder: string): string {
  return join(folder, 'anchors')
}

const lineSchema = z.object({
  sequence: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.number(),
})

/** What the file holds. A line that is no anchor was not written by this program, unless it is the torn last one. */
export type AnchorFile = {
  readonly found: boolean
  readonly anchors: readonly (KnownAnchor & { readonly at: number })[]
  /** Lines that are no anchors. */
  readonly spoiled: number
}

/** The anchors of a data folder, oldest first; a folder without the file has none. */
export function readAnchors(folder: string): AnchorFile {
  let text: string
  try {
    text = readFileSync(anchorFile(folder), 'utf8')
  } catch {
    return { found: false, anchors: [], spoiled: 0 }
  }
  const lines = text.split('\n').slice(0, -1)
  const read = lines.map(anchorOfLine)
  const anchors = read.filter((anchor) => anchor !== undefined)
  return { found: true, anchors, spoiled: lines.length - anchors.length }
}

function anchorOfLine(line: string) {
  try {
    return { ...lineSchema.parse(JSON.parse(line)), source: 'file' as const }
  } catch {
    return undefined
  }
}

/** Adds an anchor to the file of a data folder and waits until it is on the disk. Throws what the file system throws. */
export function writeAnchor(folder: string, anchor: Anchor, at: number): void {
  const file = openSync(anchorFile(folder), 'a+', 0o600)
  try {
    dropTornLine(file)
    writeSync(file, `${JSON.stringify({ ...anchor, at })}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncPath(dirname(anchorFile(folder)))
}

/** A power cut may leave the beginning of a line; what follows must not be glued to it. */
function dropTornLine(file: number): void {
  const { size } = fstatSync(file)
  const tail = Buffer.alloc(Math.min(size, 4096))
  readSync(file, tail, 0, tail.length, size - tail.length)
  const torn = tail.length - (tail.lastIndexOf('\n') + 1)
  if (torn > 0) ftruncateSync(file, size - torn)
}

/**
 * Keeps where the log stands now in the file beside the database: at a start, a backup, a restore. Answers the anchor.
 */
export function keepAnchor(folder: string, db: ReadableDb, now: number): Anchor {
  const anchor = anchorOf(db)
  noteAnchor(folder, anchor, now)
  return anchor
}

/**
 * Keeps an anchor that was issued, on a report for instance. A folder that cannot be written to keeps none and loses
 * nothing by it: nor can its log grow.
 */
export function noteAnchor(folder: string, anchor: Anchor, now: number): void {
  if (anchor.sequence === 0) return
  try {
    writeAnchor(folder, anchor, now)
  } catch (error) {
    if (!isUnwritable(error)) throw error
  }
}

const unwritable = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'EIO', 'ENOENT'])

function isUnwritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unwritable.has(String(error.code))
}
