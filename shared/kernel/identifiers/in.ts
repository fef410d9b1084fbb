import { base36 } from './arithmetic'
import { failed, judged, passed, type IdentifierCheck } from './check'
import { randomDigits, randomOf, randomText, type Random } from './random'

const pan = /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/u
const gstin = /^(?:0[1-9]|[12]\d|3[0-8]|97|99)[A-Z]{5}\d{4}[A-Z][1-9A-Z][A-Z][0-9A-Z]$/u
const cin = /^[LUF]\d{5}[A-Z]{2}(?:18|19|20)\d{2}(?:PLC|PTC|OPC|GOI|SGC|FLC|FTC|GAP|GAT|NPL|ULL|ULT)\d{6}$/u
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const states = ['07', '09', '19', '24', '27', '29', '33', '36']

/** India: GSTIN (15 characters, check character mod 36), PAN (10) and CIN (21); the last two have no public check. */
export function checkIndia(id: string): IdentifierCheck {
  if (gstin.test(id)) return judged('in_gstin', id, id.charAt(14) === checkCharacter(id))
  if (pan.test(id)) return passed('in_pan', id)
  return cin.test(id) ? passed('in_cin', id) : failed('in_gstin', id, 'shape')
}

/** GSTIN of an invented company (PAN with the holder type C). */
export function makeIndia(random: Random): string {
  const holder = `${randomText(random, 3, letters)}C${randomText(random, 1, letters)}`
  const body = `${randomOf(random, states)}${holder}${randomDigits(random, 4)}${randomOf(random, letters)}1Z`
  return body + checkCharacter(body)
}

/** Values are taken once and twice in turn; the base-36 digits of each product are added. */
function checkCharacter(id: string): string {
  const sum = Array.from(id.slice(0, 14)).reduce((total, character, index) => {
    const product = base36.indexOf(character) * (index % 2 === 0 ? 1 : 2)
    return total + Math.floor(product / 36) + (product % 36)
  }, 0)
  return base36.charAt((36 - (sum % 36)) % 36)
}
