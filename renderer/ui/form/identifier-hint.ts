import { checkRegistrationNumber, checkTransportUnit, type IdentifierCheck } from '@shared/kernel/identifiers'
import type { RawValues } from './raw-values'

/** How the number in a field stands the check of its kind; undefined where there is nothing to check. */
export function identifierCheck(field: string, values: RawValues): IdentifierCheck | undefined {
  const text = values[field]?.trim() ?? ''
  if (text === '') return undefined
  if (field === 'registrationNo') {
    const country = values['country']
    return country === undefined || country === '' ? undefined : known(checkRegistrationNumber(country, text))
  }
  return field === 'container' ? checkTransportUnit(text) : undefined
}

function known(check: IdentifierCheck): IdentifierCheck | undefined {
  return check.problem === 'unknown_country' ? undefined : check
}
