import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileEvent } from './recorder'

// What a disk may hold after the power went: whatever was synced, and of everything written since then any part, in
// sectors. Names (files made, renamed, deleted) come in their order, as file systems with a journal keep them, but only
// a sync of their folder promises that they come at all.

const sector = 512

type Change = Extract<FileEvent, { kind: 'write' | 'truncate' }>
type Content = { durable: Buffer; pending: Change[] }
type NameChange =
  | { readonly kind: 'create'; readonly path: string; readonly content: Content }
  | { readonly kind: 'folder' | 'unlink'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string }

type Names = Map<string, Content | null>

/** The files and folders of a folder, as the events of a deed find them. Folders have no content. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer | null> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => !entry.name.endsWith('-shm'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1), entry.isDirectory() ? null : readFileSync(path)] as const
      }),
  )
}

function applied(bytes: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    const cut = Buffer.alloc(change.size)
    bytes.copy(cut, 0, 0, Math.min(bytes.length, change.size))
    return cut
  }
  const size = Math.max(bytes.length, change.at + change.bytes.length)
  const longer = size > bytes.length ? Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) : bytes
  change.bytes.copy(longer, change.at)
  return longer
}

function move(names: Names, from: string, to: string): void {
  const found = [...names]
  for (const [path, content] of found) {
    if (path !== from && !path.startsWith(`${from}/`)) continue
    names.delete(path)
    names.set(to + path.slice(from.length), content)
  }
}

function applyName(names: Names, change: NameChange): void {
  if (change.kind === 'rename') move(names, change.path, change.to)
  else if (change.kind === 'link') names.set(change.to, names.get(change.path) ?? null)
  else if (change.kind === 'unlink') names.delete(change.path)
  else names.set(change.path, change.kind === 'create' ? change.content : null)
}

const parent = (path: string) => (dirname(path) === '.' ? '' : dirname(path))

function touches(change: NameChange, folder: string): boolean {
  if (change.kind === 'link') return parent(change.to) === folder
  return parent(change.path) === folder || (change.kind === 'rename' && parent(change.to) === folder)
}

/** A disk that knows what of it would survive. */
export class Disk {
  /** Names as programs see them. */
  readonly #names: Names = new Map()
  readonly #durable: Names = new Map()
  #pending: NameChange[] = []
  /** What the deed had said by then. */
  readonly said: string[] = []

  constructor(files: ReadonlyMap<string, Buffer | null>) {
    for (const [path, bytes] of files) {
      const content = bytes === null ? null : { durable: Buffer.from(bytes), pending: [] }
      this.#names.set(path, content)
      this.#durable.set(path, content)
    }
  }

  apply(event: FileEvent): void {
    switch (event.kind) {
      case 'said':
        this.said.push(event.line)
        break
      case 'write':
      case 'truncate':
        this.#names.get(event.path)?.pending.push(event)
        break
      case 'sync':
        this.#sync(event.path)
        break
      case 'rename':
      case 'link':
        this.#name(event)
        break
      default:
        if (event.kind === 'create' && this.#names.has(event.path)) break
        if (event.kind !== 'create') this.#name(event)
        else this.#name({ ...event, content: { durable: Buffer.alloc(0), pending: [] } })
    }
  }

  #name(change: NameChange): void {
    applyName(this.#names, change)
    this.#pending.push(change)
  }

  #sync(path: string): void {
    const content = path === '' ? null : this.#names.get(path)
    if (content) {
      for (const change of content.pending) content.durable = applied(content.durable, change)
      content.pending = []
      return
    }
    const last = this.#pending.findLastIndex((change) => touches(change, path))
    for (const change of this.#pending.slice(0, last + 1)) applyName(this.#durable, change)
    this.#pending = this.#pending.slice(last + 1)
  }

  /** Writes one of the states that the power may leave behind into an empty folder. */
  crashInto(folder: string, random: () => number): void {
    const names: Names = new Map(this.#durable)
    const kept = Math.floor(random() * (this.#pending.length + 1))
    for (const change of this.#pending.slice(0, kept)) applyName(names, change)
    // Some disks lose hardly anything, some everything that was not synced.
    const loss = [0, 0.15, 0.5, 0.85, 1][Math.floor(random() * 5)] ?? 0.5
    for (const [path, content] of [...names].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const file = join(folder, path)
      if (content === null) mkdirSync(file, { recursive: true })
      else {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, survivor(content, loss, random))
      }
    }
  }
}

function survivor({ durable, pending }: Content, loss: number, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(durable)
  for (const change of pending) {
    if (random() >= loss) bytes = applied(bytes, change)
    else if (change.kind === 'write' && random() < 0.4) bytes = torn(bytes, change, random)
  }
  return bytes
}

/** Some sectors of a write; the file may have grown although nothing has arrived in it. */
function torn(bytes: Buffer, change: Extract<Change, { kind: 'write' }>, random: () => number): Buffer {
  const size = Math.max(bytes.length, change.at + change.bytes.length)
  let result: Buffer = random() < 0.5 ? applied(bytes, { ...change, kind: 'truncate', size }) : bytes
  for (let from = 0; from < change.bytes.length; from += sector) {
    if (random() < 0.5) continue
    const piece = change.bytes.subarray(from, from + sector)
    result = applied(result, { ...change, at: change.at + from, bytes: piece })
  }
  return result
}
