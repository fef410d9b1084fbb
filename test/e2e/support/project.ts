import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '@shared/kernel/language'
import type { RegisterName } from '@shared/kernel/registers'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A path in the project. */
export function inProject(...parts: readonly string[]): string {
  return join(root, ...parts)
}

/** A sample workbook of an invented park. */
export function sample(language: Language, register: RegisterName): string {
  const extension = language === 'ru' ? 'csv' : 'xlsx'
  return inProject('test/fixtures/samples', language, `${register}_${language}.${extension}`)
}
