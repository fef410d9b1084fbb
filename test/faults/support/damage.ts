import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'

// What happens to files that nobody has open: each function spoils one file.

const page = 4096

/** Cuts a file off. */
export const cut = (file: string, size: number): void => truncateSync(file, size)

/** Overwrites a part of a file. */
export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

export const zero = (file: string, at: number, length: number): void =>
  overwrite(file, at, Buffer.alloc(length))

/** Turns one bit around; `place` and `bit` are in [0, 1). */
export function flip(file: string, place: number, bit: number): void {
  const bytes = readFileSync(file)
  const at = Math.floor(place * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(bit * 8))
  writeFileSync(file, bytes)
}

/** Random bytes in the midst of a file. */
export function scramble(file: string, length: number, random: () => number): void {
  const at = Math.floor(random() * Math.max(1, statSync(file).size - length))
  overwrite(file, at, Buffer.from(Array.from({ length }, () => Math.floor(random() * 256))))
}

export type Damage = { readonly name: string; readonly spoil: (file: string, random: () => number) => void }

/** Ways in which a whole file goes wrong. */
export const damages: readonly Damage[] = [
  { name: 'no bytes', spoil: (file) => cut(file, 0) },
  { name: 'one page', spoil: (file) => cut(file, page) },
  { name: 'a part of a page', spoil: (file) => cut(file, 700) },
  { name: 'half', spoil: (file) => cut(file, Math.floor(statSync(file).size / 2 / page) * page) },
  { name: 'a page short', spoil: (file) => cut(file, statSync(file).size - page) },
  { name: 'no header', spoil: (file) => zero(file, 0, 100) },
  { name: 'no first page', spoil: (file) => zero(file, 0, page) },
  { name: 'all zeros', spoil: (file) => zero(file, 0, statSync(file).size) },
  { name: 'a letter', spoil: (file) => writeFileSync(file, 'Уважаемые господа, 您好. '.repeat(300)) },
  {
    name: 'a picture',
    spoil: (file) => writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  },
]

/** Zeroes a random page behind the first. */
export const zeroPage: Damage = {
  name: 'a page of zeros',
  spoil: (file, random) => {
    const pages = statSync(file).size / page
    zero(file, (1 + Math.floor(random() * (pages - 1))) * page, page)
  },
}
