import incidents from '@resources/fields/incidents.json'
import requests from '@resources/fields/requests.json'
import tenants from '@resources/fields/tenants.json'
import type { Language } from './language'
import type { RegisterName } from './registers'

/** The first word is the field's label, the others are how the headings of workbooks name it. */
export type FieldWords = Readonly<Record<Language, readonly string[]>>

const words: Readonly<Record<RegisterName, Readonly<Record<string, FieldWords>>>> = {
  incidents,
  requests,
  tenants,
}

/** What a field is called on screen, in exports and in messages. */
export function fieldLabel(register: RegisterName, field: string, language: Language): string {
  return words[register][field]?.[language][0] ?? field
}

/** Every name a field has in any language, its label first. */
export function fieldWords(register: RegisterName, field: string): FieldWords | undefined {
  return words[register][field]
}
