import { requiredFields } from '@shared/features/imports/check-row'
import type { RegisterName } from '@shared/kernel/registers'
import type { Mapping } from './use-import'

/** Required fields that no column gives; a tenant's name in any language serves as its name. */
export function missingFields(register: RegisterName, mapping: Mapping): readonly string[] {
  const given = new Set(Object.values(mapping))
  const isNamed = ['name', 'nameZh', 'nameRu', 'nameEn'].some((field) => given.has(field))
  return requiredFields[register].filter((field) => !given.has(field) && !(field === 'name' && isNamed))
}
