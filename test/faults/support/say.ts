import { writevSync } from 'node:fs'

/**
 * Tells the world outside; what was said is said, whatever happens to this process next. In two parts, for a system call
 * that nothing else uses: faults of `write` must not hit the witness.
 */
export function say(line: string): void {
  writevSync(1, [Buffer.from(line), Buffer.from('\n')])
}

/** The program has its own files; from here on a fault hits the work. */
export const loaded = 'loaded'
