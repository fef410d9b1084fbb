import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Scope } from './cases'

let trials = 0

/** A folder that nobody else uses, to try a deed in. */
export function trialFolder(scope: Scope): string {
  trials += 1
  const folder = join(scope.scratch, `trial-${trials}`)
  mkdirSync(folder)
  return folder
}
