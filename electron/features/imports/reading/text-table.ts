/**
 * A list of texts held in one growing buffer outside the JavaScript heap: a workbook may have a million shared
 * strings, which as objects would take ten times their size.
 */
export type TextTable = {
  readonly add: (text: string) => void
  /** The text at a 0-based index, `undefined` when there is none. */
  readonly at: (index: number) => string | undefined
  readonly byteLength: () => number
}

/** A new empty table. */
export function createTextTable(): TextTable {
  let bytes = Buffer.alloc(64 * 1024)
  let ends = new Uint32Array(4096)
  let count = 0
  let used = 0

  const growFor = (length: number) => {
    if (used + length > bytes.length) {
      const larger = Buffer.alloc(Math.max(bytes.length * 2, used + length))
      bytes.copy(larger, 0, 0, used)
      bytes = larger
    }
    if (count === ends.length) {
      const larger = new Uint32Array(ends.length * 2)
      larger.set(ends)
      ends = larger
    }
  }

  return {
    add(text) {
      growFor(text.length * 3)
      used += bytes.write(text, used)
      ends[count] = used
      count += 1
    },
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index])
    },
    byteLength: () => used,
  }
}
