export type { IdentifierCheck, IdentifierProblem, IdentifierScheme, IdentifierStatus } from './check'
export { checkContainer, containerCheckDigit, makeContainer } from './container'
export { checkHsCode } from './hs-code'
export { normaliseIdentifier } from './normalise'
export {
  checkRegistrationNumber,
  makeRegistrationNumber,
  registrationCountries,
  type RegistrationCountry,
} from './registration'
export { checkWagon, wagonCheckDigit } from './wagon'
export { checkTransportUnit } from './transport-unit'
