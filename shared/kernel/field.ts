import type { Right } from '../contract/rights'
import type { CodebookName } from '../features/codes/codebooks'

/**
 * What a field of a register is. Forms, columns, import, export, history and the change log all read these
 * declarations, so that a field is described once.
 *
 * Values as they are stored and as they cross the bridge:
 * - text, choice, code, tenant: string (a tenant is its id)
 * - date: `YYYY-MM-DD`; instant: milliseconds since 1970 in UTC
 * - decimal: integer in units of 10^-scale of `unit`; money: integer in minor units of the currency in `currencyField`
 * - integer: number
 * An absent value is null.
 */
export type FieldSpec = FieldKind & {
  /** Who may not, neither reads nor changes this field; without one, whoever may the register. */
  readonly right?: Right
}

type FieldKind =
  | {
      readonly kind: 'text'
      readonly maxLength: number
      /** Codes of this list are offered while typing; any text may be stored. */
      readonly codes?: CodebookName
      readonly required?: boolean
      readonly long?: boolean
    }
  | { readonly kind: 'choice'; readonly list: CodeListName; readonly required?: boolean }
  /** A code of a list the park may add to; one that is in no list is kept as it was written. */
  | { readonly kind: 'code'; readonly list: CodeTableName; readonly required?: boolean }
  | { readonly kind: 'date'; readonly required?: boolean }
  | { readonly kind: 'instant'; readonly required?: boolean }
  | {
      readonly kind: 'decimal'
      readonly scale: number
      readonly unit: DecimalUnit
      readonly required?: boolean
    }
  | { readonly kind: 'money'; readonly currencyField: string; readonly required?: boolean }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly required?: boolean }
  | { readonly kind: 'tenant'; readonly required?: boolean }

/** What a decimal is counted in; `none`: what another field says, or nothing. */
export type DecimalUnit = 'm2' | 'm3' | 'kg' | 'percent' | 'none'

export type CodeListName =
  | 'country'
  | 'currency'
  | 'tenantSize'
  | 'requestType'
  | 'requestStatus'
  | 'priority'
  | 'direction'
  | 'transportMode'
  | 'incidentCategory'
  | 'incidentStatus'
  | 'confidentiality'
  | 'transportUnit'
  | 'yesNo'
  | 'requestStage'
  | 'requestLink'
  | 'paperStatus'
  | 'paperNeed'

export const codeListNames = [
  'country',
  'currency',
  'tenantSize',
  'requestType',
  'requestStatus',
  'priority',
  'direction',
  'transportMode',
  'incidentCategory',
  'incidentStatus',
  'confidentiality',
  'transportUnit',
  'yesNo',
  'requestStage',
  'requestLink',
  'paperStatus',
  'paperNeed',
] as const satisfies readonly CodeListName[]

/** Lists whose codes may be added to, and the longest text that is taken for one of their codes. */
export const codeTableLengths = {
  hs: 13,
  procedure: 2,
  supervisionMode: 4,
  incoterm: 3,
  borderPoint: 120,
  documentType: 20,
  unit: 10,
  transportDocument: 10,
  containerType: 10,
  wagonType: 20,
  milestone: 10,
  legalCategory: 40,
  valuationMethod: 2,
  customsOffice: 20,
} as const
export type CodeTableName = keyof typeof codeTableLengths

export type FieldValue = string | number | null

export type FieldSpecs = Readonly<Record<string, FieldSpec>>

type Present<S extends FieldSpec> = S['kind'] extends 'text' | 'choice' | 'code' | 'date' | 'tenant'
  ? string
  : number

/** The values of a record, as declared by its fields. */
export type ValuesOf<F extends FieldSpecs> = {
  [K in keyof F]: F[K] extends { readonly required: true } ? Present<F[K]> : Present<F[K]> | null
}

/** Money in minor units never exceeds this, so that sums over a million rows stay exact integers. */
export const maximumMinorUnits = 9_000_000_000_000
/** Areas and weights as scaled integers never exceed this, for the same reason. */
export const maximumScaled = 9_000_000_000_000
