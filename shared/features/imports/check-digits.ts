import {
  checkContainer,
  checkRegistrationNumber,
  checkWagon,
  normaliseIdentifier,
  type IdentifierCheck,
} from '../../kernel/identifiers'
import type { AnyValues, RegisterName } from '../../kernel/registers'

/**
 * The field whose check digit fails, null where none does. A number of unknown shape has no check
 * digit to fail, and one that only breaks an unofficial rule is not held against anybody.
 */
export function failedCheckDigit(register: RegisterName, values: AnyValues): string | null {
  if (register === 'tenants') {
    const number = values['registrationNo']
    const country = values['country']
    if (typeof number !== 'string') return null
    const check = checkRegistrationNumber(typeof country === 'string' ? country : undefined, number)
    return fails(check) ? 'registrationNo' : null
  }
  const container = values['container']
  if (register !== 'requests' || typeof container !== 'string') return null
  return fails(checkTransportUnit(container)) ? 'container' : null
}

/** A field for containers also takes the wagon when goods travel without one. */
function checkTransportUnit(text: string): IdentifierCheck {
  return /^(?:\d{8}|\d{12})$/u.test(normaliseIdentifier(text)) ? checkWagon(text) : checkContainer(text)
}

function fails(check: IdentifierCheck): boolean {
  return check.status === 'error' && check.problem === 'check_digit'
}
