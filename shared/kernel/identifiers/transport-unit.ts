import type { IdentifierCheck } from './check'
import { checkContainer } from './container'
import { normaliseIdentifier } from './normalise'
import { checkWagon } from './wagon'

/** What goods travel in: a container (ISO 6346), or a wagon where they go without one (8 or 12 digits). */
export function checkTransportUnit(raw: string): IdentifierCheck {
  return /^(?:\d{8}|\d{12})$/u.test(normaliseIdentifier(raw)) ? checkWagon(raw) : checkContainer(raw)
}
