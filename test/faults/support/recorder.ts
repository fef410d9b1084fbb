import { readFileSync, rmSync } from 'node:fs'
import { straced, victimCommand } from './strace'

/** What a deed did to the files below its folder, in order, and what it said meanwhile. Paths are below the folder. */
export type FileEvent =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'said'; readonly line: string }

const calls =
  'pwrite64,write,writev,pwritev,fsync,fdatasync,ftruncate,unlink,unlinkat,rmdir,rename,renameat,renameat2,link,linkat,openat,mkdir,mkdirat,lseek,copy_file_range,sendfile'

// Every text is written in hexadecimal, so that no file name or content can be taken for anything else.
const bytesOf = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const textOf = (hex: string) => bytesOf(hex).toString('utf8')
const quoted = /"((?:\\x[0-9a-f]{2})*)"/gu
const handle = /^(\d+)<((?:\\x[0-9a-f]{2})*)(?:\(deleted\))?>/u

/** Runs a deed to its end and records it. */
export async function record(
  deed: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly FileEvent[]> {
  const log = `${folder}.txt`
  const options = ['-f', '-qq', '-y', '-xx', '-s', '10000000', '-o', log, '-e', `trace=${calls}`]
  const end = await straced(options, victimCommand(deed), env)
  if (end.status !== 0) throw new Error(`the victim ${deed[0]} fails by itself: ${end.complained}`)
  const events = new Parser(folder).parse(joinUnfinished(readFileSync(log, 'latin1')))
  rmSync(log)
  return events
}

/** A call that another thread interrupted stands on two lines. */
function joinUnfinished(text: string): readonly string[] {
  const begun = new Map<string, string>()
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/u.exec(line) ?? []
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/u.exec(rest)
    if (rest.endsWith('<unfinished ...>')) begun.set(thread, rest.slice(0, -'<unfinished ...>'.length))
    else if (resumed) lines.push((begun.get(thread) ?? '') + (resumed[1] ?? ''))
    else lines.push(rest)
  }
  return lines
}

class Parser {
  readonly #folder: string
  readonly #positions = new Map<string, number>()
  readonly #events: FileEvent[] = []

  constructor(folder: string) {
    this.#folder = `${folder}/`
  }

  parse(lines: readonly string[]): readonly FileEvent[] {
    for (const line of lines) {
      const [, call = '', text = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/u.exec(line) ?? []
      if (call !== '' && !result.startsWith('-')) this.#call(call, text, Number(result))
    }
    return this.#events
  }

  #inside(path: string): string | null {
    if (!path.startsWith(this.#folder) || path.endsWith('-shm')) return null
    return path.slice(this.#folder.length)
  }

  #call(call: string, text: string, result: number): void {
    const [, number = '', name = ''] = handle.exec(text) ?? []
    const inside = this.#inside(textOf(name)) ?? (`${textOf(name)}/` === this.#folder ? '' : null)
    const paths = [...text.matchAll(quoted)].map(([, hex = '']) => hex)
    switch (call) {
      case 'write':
        if (inside !== null) this.#append(number, inside, bytesOf(paths[0] ?? ''))
        break
      case 'writev':
        this.#written(number, inside, paths)
        break
      case 'pwrite64':
        if (inside !== null)
          this.#write(inside, Number(text.slice(text.lastIndexOf(',') + 1)), bytesOf(paths[0] ?? ''))
        break
      case 'ftruncate':
        if (inside !== null) this.#push({ kind: 'truncate', path: inside, size: Number(text.split(', ')[1]) })
        break
      case 'fsync':
      case 'fdatasync':
        if (inside !== null) this.#push({ kind: 'sync', path: inside })
        break
      case 'lseek':
        this.#positions.set(number, result)
        break
      case 'openat':
        this.#opened(textOf(paths[0] ?? ''), text, result)
        break
      default:
        this.#named(call, paths.map(textOf), inside)
    }
  }

  #written(number: string, inside: string | null, parts: readonly string[]): void {
    if (number === '1') this.#said(parts.map(textOf).join(''))
    else if (inside !== null) this.#append(number, inside, Buffer.concat(parts.map(bytesOf)))
  }

  #named(call: string, paths: readonly string[], inside: string | null): void {
    const [path, to] = paths.map((one) => this.#inside(one))
    if (call.startsWith('rename') && path != null && to != null) this.#push({ kind: 'rename', path, to })
    else if (call.startsWith('link') && path != null && to != null) this.#push({ kind: 'link', path, to })
    else if ((call.startsWith('unlink') || call === 'rmdir') && path != null)
      this.#push({ kind: 'unlink', path })
    else if (call.startsWith('mkdir') && path != null) this.#push({ kind: 'folder', path })
    else if (inside !== null) throw new Error(`the recorder does not know ${call}`)
  }

  #push(event: FileEvent): void {
    this.#events.push(event)
  }

  #said(text: string): void {
    for (const line of text.split('\n')) if (line !== '') this.#push({ kind: 'said', line })
  }

  #write(path: string, at: number, bytes: Buffer): void {
    this.#push({ kind: 'write', path, at, bytes })
  }

  /** A write without a place goes where the one before it ended. */
  #append(number: string, path: string, bytes: Buffer): void {
    const at = this.#positions.get(number) ?? 0
    this.#write(path, at, bytes)
    this.#positions.set(number, at + bytes.length)
  }

  #opened(path: string, text: string, descriptor: number): void {
    this.#positions.set(String(descriptor), 0)
    const inside = this.#inside(path)
    if (inside === null) return
    if (text.includes('O_CREAT')) this.#push({ kind: 'create', path: inside })
    if (text.includes('O_TRUNC')) this.#push({ kind: 'truncate', path: inside, size: 0 })
  }
}
