import type { Anchor } from './audit'

/** Hexadecimal digits of the hash that are printed: 64 bits, far beyond what anybody could make match. */
const printedDigits = 16
/** Fewer digits than this prove too little. */
const leastDigits = 8
const hashDigits = 64

/** An anchor as reports print it: `12345:9f2c01ab5e77d310`. */
export function anchorText({ sequence, hash }: Anchor): string {
  return `${sequence}:${hash.slice(0, printedDigits)}`
}

/**
 * What somebody typed from a report, or the whole of an anchor; spaces, case and an ellipsis at the end do not matter.
 * The hash of the answer may be only the beginning of one. Undefined where it is no anchor.
 */
export function parseAnchor(text: string): Anchor | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s.…]/gu, '')
    .toLowerCase()
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]+)$/.exec(plain) ?? []
  if (sequence === undefined || hash === undefined) return undefined
  if (hash.length < leastDigits || hash.length > hashDigits) return undefined
  return { sequence: Number(sequence), hash }
}
