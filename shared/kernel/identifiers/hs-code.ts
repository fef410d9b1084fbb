import { failed, passed, type IdentifierCheck } from './check'
import { normaliseIdentifier } from './normalise'

const lengths = [2, 4, 6, 8, 10, 13]

/**
 * Shape of a goods code: an HS chapter (01–97, 77 is reserved), heading or subheading, or a national code of 8 digits,
 * 10 (EAEU, China) or 13 (China with the inspection suffix). Whether it is in a nomenclature is not looked up.
 */
export function checkHsCode(raw: string): IdentifierCheck {
  const id = normaliseIdentifier(raw)
  const chapter = Number(id.slice(0, 2))
  const fits =
    /^\d+$/u.test(id) && lengths.includes(id.length) && chapter >= 1 && chapter <= 97 && chapter !== 77
  return fits ? passed('hs_code', id) : failed('hs_code', id, 'shape')
}
