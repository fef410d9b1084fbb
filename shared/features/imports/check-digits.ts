import { checkRegistrationNumber, checkTransportUnit, type IdentifierCheck } from '../../kernel/identifiers'
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

function fails(check: IdentifierCheck): boolean {
  return check.status === 'error' && check.problem === 'check_digit'
}
