/** A number in [0, 1). */
export type Random = () => number

/** Mulberry32: the same numbers for the same seed on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** An index below `count`. */
export function pick(count: number, random: Random): number {
  return Math.floor(random() * count)
}

/** One of several. */
export function oneOf<const T extends readonly [unknown, ...unknown[]]>(
  choices: T,
  random: Random,
): T[number] {
  return choices[pick(choices.length, random)] ?? choices[0]
}
