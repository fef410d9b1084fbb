import { weightedSum } from './arithmetic'
import { failed, judged, type IdentifierCheck } from './check'
import { randomDigits, randomOf, type Random } from './random'

const legalWeights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]
const personWeights = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** Iran: national identifier of a legal entity (11 digits) or a person (10 digits), check digit mod 11. */
export function checkIran(id: string): IdentifierCheck {
  if (/^\d{11}$/u.test(id)) return judged('ir_legal', id, id.charAt(10) === legalDigit(id))
  if (/^(?!(\d)\1{9})\d{10}$/u.test(id)) return judged('ir_person', id, id.charAt(9) === personDigit(id))
  return failed('ir_legal', id, 'shape')
}

/** Identifier of an invented legal entity. */
export function makeIran(random: Random): string {
  const body = randomOf(random, ['10', '14']) + randomDigits(random, 8)
  return body + legalDigit(body)
}

/** Every digit is raised by the tenth plus 2 before it is weighted. */
function legalDigit(id: string): string {
  const raise = Number(id.charAt(9)) + 2
  const weightTotal = legalWeights.reduce((sum, weight) => sum + weight, 0)
  return String(((weightedSum(id, legalWeights) + raise * weightTotal) % 11) % 10)
}

function personDigit(id: string): string {
  const rest = weightedSum(id, personWeights) % 11
  return String(rest < 2 ? rest : 11 - rest)
}
