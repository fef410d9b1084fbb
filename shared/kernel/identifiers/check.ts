export type IdentifierScheme =
  | 'cn_uscc'
  | 'ru_inn'
  | 'ru_ogrn'
  | 'ru_ogrnip'
  | 'kz_bin'
  | 'kg_inn'
  | 'tj_inn'
  | 'uz_stir'
  | 'uz_pinfl'
  | 'by_unp'
  | 'in_gstin'
  | 'in_pan'
  | 'in_cin'
  | 'pk_ntn'
  | 'pk_cnic'
  | 'ir_legal'
  | 'ir_person'
  | 'iso6346'
  | 'wagon8'
  | 'uic12'
  | 'hs_code'
  | 'unknown'

/**
 * What is wrong with an identifier: it has not the shape of its scheme; its check digit does not fit; no scheme of the
 * country is known here.
 */
export type IdentifierProblem = 'shape' | 'check_digit' | 'unknown_country'

/** `warn` where only an unofficial rule fails or none is known. Nothing is ever forbidden because of it. */
export type IdentifierStatus = 'ok' | 'warn' | 'error'

export type IdentifierCheck = {
  readonly status: IdentifierStatus
  readonly scheme: IdentifierScheme
  /** The identifier as it is compared (`normaliseIdentifier`). */
  readonly normalised: string
  /** Set unless the status is `ok`. */
  readonly problem?: IdentifierProblem
}

/** Check of an already normalised identifier against one scheme or the schemes of one country. */
export type IdentifierRule = (normalised: string) => IdentifierCheck

/** The check of an identifier that stands every rule of its scheme. */
export function passed(scheme: IdentifierScheme, normalised: string): IdentifierCheck {
  return { status: 'ok', scheme, normalised }
}

/** The check of an identifier that breaks a rule its state does not publish: a hint, no fault. */
export function doubted(
  scheme: IdentifierScheme,
  normalised: string,
  problem: IdentifierProblem,
): IdentifierCheck {
  return { status: 'warn', scheme, normalised, problem }
}

/** The check of an identifier that breaks a rule of its scheme. */
export function failed(
  scheme: IdentifierScheme,
  normalised: string,
  problem: IdentifierProblem,
): IdentifierCheck {
  return { status: 'error', scheme, normalised, problem }
}

/** `ok` if the check digit fits, else an error. */
export function judged(scheme: IdentifierScheme, normalised: string, fits: boolean): IdentifierCheck {
  return fits ? passed(scheme, normalised) : failed(scheme, normalised, 'check_digit')
}
