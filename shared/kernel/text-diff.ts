/** A stretch of two texts: in both, only in the old one, or only in the new one. */
export type DiffPart = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** Words with what separates them; each Han character is a word of its own. */
const words = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** Above this many comparisons the middle of two texts is shown as wholly replaced; it is a few milliseconds of work. */
const mostCells = 1_000_000

/**
 * What became of a text, word by word. The parts that are the same and gone make up the old text, those that are the
 * same and new the new one.
 */
export function textDiff(before: string, after: string): readonly DiffPart[] {
  const old = before.match(words) ?? []
  const now = after.match(words) ?? []
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  const shorter = Math.min(old.length, now.length) - start
  while (end < shorter && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  const parts = new Parts()
  parts.add('same', old.slice(0, start))
  addMiddle(parts, old.slice(start, old.length - end), now.slice(start, now.length - end))
  parts.add('same', old.slice(old.length - end))
  return parts.list
}

/** Collects words; neighbours of one kind become one part. */
class Parts {
  readonly list: { kind: DiffPart['kind']; text: string }[] = []

  add(kind: DiffPart['kind'], added: readonly string[]): void {
    if (added.length === 0) return
    const last = this.list.at(-1)
    if (last?.kind === kind) last.text += added.join('')
    else this.list.push({ kind, text: added.join('') })
  }
}

function addMiddle(parts: Parts, old: readonly string[], now: readonly string[]): void {
  if (old.length * now.length > mostCells || old.length === 0 || now.length === 0) {
    parts.add('gone', old)
    parts.add('new', now)
    return
  }
  const lengths = commonLengths(old, now)
  const width = now.length + 1
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  let row = 0
  let column = 0
  while (row < old.length && column < now.length) {
    if (old[row] === now[column]) {
      parts.add('same', old.slice(row, row + 1))
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      parts.add('gone', old.slice(row, row + 1))
      row += 1
    } else {
      parts.add('new', now.slice(column, column + 1))
      column += 1
    }
  }
  parts.add('gone', old.slice(row))
  parts.add('new', now.slice(column))
}

/** Length of the longest common sequence of what follows each pair of places. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const place = row * width + column
      const below = lengths[place + width] ?? 0
      const beside = lengths[place + 1] ?? 0
      const across = lengths[place + width + 1] ?? 0
      lengths[place] = old[row] === now[column] ? across + 1 : Math.max(below, beside)
    }
  }
  return lengths
}
