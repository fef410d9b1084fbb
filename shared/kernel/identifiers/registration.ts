import { checkBelarus, makeBelarus } from './by'
import { doubted, type IdentifierCheck, type IdentifierRule } from './check'
import { checkChina, makeChina } from './cn'
import { checkIndia, makeIndia } from './in'
import { checkIran, makeIran } from './ir'
import { checkKazakhstan, makeKazakhstan } from './kz'
import { checkKyrgyzstan, makeKyrgyzstan } from './kg'
import { normaliseIdentifier } from './normalise'
import { checkPakistan, makePakistan } from './pk'
import type { Random } from './random'
import { checkRussia, makeRussia } from './ru'
import { checkTajikistan, makeTajikistan } from './tj'
import { checkUzbekistan, makeUzbekistan } from './uz'

/** Countries whose registration numbers are known (ISO 3166 alpha-2). */
export const registrationCountries = ['CN', 'RU', 'KZ', 'KG', 'TJ', 'UZ', 'BY', 'IN', 'PK', 'IR'] as const
export type RegistrationCountry = (typeof registrationCountries)[number]

type CountryRules = { readonly check: IdentifierRule; readonly make: (random: Random) => string }

const rules = {
  CN: { check: checkChina, make: makeChina },
  RU: { check: checkRussia, make: makeRussia },
  KZ: { check: checkKazakhstan, make: makeKazakhstan },
  KG: { check: checkKyrgyzstan, make: makeKyrgyzstan },
  TJ: { check: checkTajikistan, make: makeTajikistan },
  UZ: { check: checkUzbekistan, make: makeUzbekistan },
  BY: { check: checkBelarus, make: makeBelarus },
  IN: { check: checkIndia, make: makeIndia },
  PK: { check: checkPakistan, make: makePakistan },
  IR: { check: checkIran, make: makeIran },
} as const satisfies Record<RegistrationCountry, CountryRules>

/**
 * Checks a company's registration or tax number by the rules of its country.
 *
 * @param country ISO 3166 alpha-2; of one without rules, or none, the number is doubted
 */
export function checkRegistrationNumber(country: string | undefined, raw: string): IdentifierCheck {
  const normalised = normaliseIdentifier(raw)
  const known = registrationCountries.find((code) => code === country)
  return known === undefined
    ? doubted('unknown', normalised, 'unknown_country')
    : rules[known].check(normalised)
}

/** A registration number of an invented company with a valid check digit. */
export function makeRegistrationNumber(country: RegistrationCountry, random: Random): string {
  return rules[country].make(random)
}
