import { base36, weightedSum } from './arithmetic'
import { failed, judged, type IdentifierCheck } from './check'
import { randomDigits, randomOf, randomText, type Random } from './random'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const divisions = [
  '110108',
  '310115',
  '330106',
  '370212',
  '440305',
  '500112',
  '610113',
  '650104',
  '652301',
  '654004',
]

/**
 * China, unified social credit code (GB 32100-2015): character 18 checks the whole.
 *
 * Characters 9–17 are an organisation code with a check character of its own (GB 11714). It is written into codes made
 * here but decides nothing: character 18 already covers it.
 */
export function checkChina(id: string): IdentifierCheck {
  if (!shape.test(id)) return failed('cn_uscc', id, 'shape')
  return judged('cn_uscc', id, id.charAt(17) === checkCharacter(id))
}

/** A market-regulation code (91, enterprise) of an invented company. */
export function makeChina(random: Random): string {
  const organisation = `MA${randomText(random, 2, alphabet)}${randomDigits(random, 4)}`
  const body = `91${randomOf(random, divisions)}${organisation}${organisationCheck(organisation)}`
  return body + checkCharacter(body)
}

function checkCharacter(code: string): string {
  return alphabet.charAt((31 - (weightedSum(code, weights, alphabet) % 31)) % 31)
}

/** GB 11714: 10 is written X, 11 is written 0. */
function organisationCheck(body: string): string {
  return '0123456789X'.charAt((11 - (weightedSum(body, organisationWeights, base36) % 11)) % 11)
}
