import { incidentFields } from '../features/incidents/incident'
import { requestFields } from '../features/requests/request'
import { tenantFields } from '../features/tenants/tenant'
import type { Right } from '../contract/rights'
import type { FieldSpec, FieldSpecs, FieldValue } from './field'

export const registerNames = ['tenants', 'requests', 'incidents'] as const
export type RegisterName = (typeof registerNames)[number]

/** The fields of every register, in the order in which forms, columns and exports show them. */
export const registerFields = {
  tenants: tenantFields,
  requests: requestFields,
  incidents: incidentFields,
} as const satisfies Record<RegisterName, FieldSpecs>

/** A field's declaration by name, or undefined where the register has no such field. */
export function fieldOf(register: RegisterName, name: string): FieldSpec | undefined {
  const fields: FieldSpecs = registerFields[register]
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** `[name, declaration]` of every field, in order. */
export function fieldEntries(register: RegisterName): readonly (readonly [string, FieldSpec])[] {
  const fields: FieldSpecs = registerFields[register]
  return Object.entries(fields)
}

/** The fields of a register that need a right somebody does not have. */
export function hiddenFields(register: RegisterName, rights: ReadonlySet<Right>): readonly string[] {
  return fieldEntries(register)
    .filter(([, { right }]) => right !== undefined && !rights.has(right))
    .map(([field]) => field)
}

/** Every right that reading or writing all of a register takes: its own, its fields', that of restricted records. */
export function wholeRegisterRights(register: RegisterName, how: 'read' | 'write'): readonly Right[] {
  const fields = fieldEntries(register).flatMap(([, { right }]) => (right === undefined ? [] : [right]))
  const restricted: readonly Right[] = register === 'incidents' ? ['incidents.restricted'] : []
  return [...new Set<Right>([`${register}.${how}`, ...fields, ...restricted])]
}

/** The field that says what a record is called: a tenant's name, else its number. */
export function nameField(register: RegisterName): 'name' | 'reference' {
  return register === 'tenants' ? 'name' : 'reference'
}

/** What every stored row carries beside its fields. `version` grows by one with each change. */
export type RecordEnvelope = {
  readonly id: string
  readonly version: number
  readonly createdAt: number
  readonly createdBy: string
  readonly updatedAt: number
  readonly updatedBy: string
  readonly deletedAt: number | null
}

export type AnyValues = Readonly<Record<string, FieldValue>>
