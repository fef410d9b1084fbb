import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import { AppError } from '@shared/contract/result'
import type { BackupManifest } from '@shared/features/backups/backups'
import { piecesOf, streamOf } from './age-streams'
import type { BackupKind } from './file-kind'
import { isPartName, manifestPart, manifestSumPart, parseManifest } from './manifest'

type UnpackOptions = {
  /** age identities that may open it. */
  readonly identities: readonly string[]
  /** Where a part is written; undefined: it is only checked. */
  readonly pathOf: (part: string) => string | undefined
  readonly step: (done: number) => void
}

/** Nobody's manifest of a park is longer: a few hundred bytes and a line for each attachment. */
const longestText = 64 * 1024 * 1024

type Entry = AsyncIterable<Uint8Array> & { readonly header: Header }

/** What was found of a file so far. */
class Findings {
  readonly parts = new Map<string, { sha256: string; bytes: number }>()
  manifestText: string | null = null
  manifestSum: string | null = null

  /** The manifest, if every part is there exactly as it says. */
  get manifest(): BackupManifest | undefined {
    const text = this.manifestText
    if (text === null || createHash('sha256').update(text).digest('hex') !== this.manifestSum)
      return undefined
    const manifest = parseManifest(text)
    const told = Object.entries(manifest?.parts ?? {})
    const same = told.every(([name, { sha256, bytes }]) => {
      const found = this.parts.get(name)
      return found?.sha256 === sha256 && found.bytes === bytes
    })
    return same && told.length === this.parts.size ? manifest : undefined
  }
}

/**
 * Reads a whole backup: every part is hashed and, where `pathOf` names a path, written there and synced. Answers its
 * manifest when nothing is missing, added or altered. Errors: `backup_invalid`, `backup_key_needed`, `disk_full`, …
 */
export async function unpackBackup(
  file: string,
  kind: Exclude<BackupKind, 'database'>,
  options: UnpackOptions,
): Promise<BackupManifest> {
  const invalid = (detail: string) => new AppError('backup_invalid', { file: basename(file), detail })
  const source = createReadStream(file)
  const plain = kind === 'plain' ? source : await opened(source, options.identities, invalid)
  const archive = extract()
  const findings = new Findings()
  // A failure of what is taken out is told before that of the reading, which it brings about.
  const feeding = pipeline(plain, archive).catch(() => {
    throw invalid('altered')
  })
  const [taken, fed] = await Promise.allSettled([
    takeAll(archive as AsyncIterable<Entry>, findings, options, invalid),
    feeding,
  ])
  source.destroy()
  if (taken.status === 'rejected') throw ofFile(taken.reason) ?? invalid('altered')
  if (fed.status === 'rejected') throw fed.reason
  const { manifest } = findings
  if (!manifest) throw invalid('incomplete')
  return manifest
}

/** Errors with a meaning of their own; those of the archive's reader have none. */
function ofFile(error: unknown): unknown {
  const known = error instanceof AppError || (error instanceof Error && 'syscall' in error)
  return known ? error : undefined
}

async function opened(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
  invalid: (detail: string) => AppError,
): Promise<AsyncIterable<Uint8Array>> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return piecesOf(await decrypter.decrypt(streamOf(source)))
  } catch (error) {
    const isOthers = error instanceof Error && error.message.startsWith('no identity matched')
    throw isOthers ? new AppError('backup_key_needed') : invalid('header')
  }
}

async function takeAll(
  archive: AsyncIterable<Entry>,
  findings: Findings,
  options: UnpackOptions,
  invalid: (detail: string) => AppError,
): Promise<void> {
  let done = 0
  const step = (more: number) => options.step((done += more))
  for await (const entry of archive) {
    const { name, type } = entry.header
    if (type !== 'file' || findings.manifestSum !== null) throw invalid('surplus')
    if (name === manifestPart) findings.manifestText = await textOf(entry, invalid)
    else if (name === manifestSumPart) findings.manifestSum = await textOf(entry, invalid)
    else if (!isPartName(name) || findings.parts.has(name)) throw invalid('surplus')
    else findings.parts.set(name, await take(entry, options.pathOf(name), step))
  }
}

async function textOf(entry: Entry, invalid: (detail: string) => AppError): Promise<string> {
  if ((entry.header.size ?? 0) > longestText) throw invalid('manifest')
  const pieces: Uint8Array[] = []
  for await (const piece of entry) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

async function take(entry: Entry, path: string | undefined, step: (more: number) => void) {
  const hash = createHash('sha256')
  let bytes = 0
  let handle: FileHandle | undefined
  if (path !== undefined) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    handle = await open(path, 'wx', 0o600)
  }
  try {
    for await (const piece of entry) {
      step(piece.length)
      hash.update(piece)
      bytes += piece.length
      await handle?.writeFile(piece)
    }
    await handle?.sync()
  } finally {
    await handle?.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}
