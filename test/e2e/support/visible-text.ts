import { readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Language } from '@shared/kernel/language'
import { inProject } from './project'
import { languageNames } from './words'

type Texts = ReadonlyMap<string, string>

/** Every text of a language by its key, `feature:key`. */
export function textsOf(language: Language): Texts {
  const folder = inProject('resources/locales', language)
  return new Map(
    readdirSync(folder).flatMap((file) => {
      const texts = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Readonly<Record<string, string>>
      return Object.entries(texts).map(([key, text]) => [`${basename(file, '.json')}:${key}`, text] as const)
    }),
  )
}

/** English texts that say something else in another language, and so have no place on its screens. */
export function foreignTexts(language: Exclude<Language, 'en'>): ReadonlySet<string> {
  const own = textsOf(language)
  const foreign = [...textsOf('en')].filter(
    ([key, text]) => /[a-z]{3}/u.test(text) && !text.includes('{') && own.get(key) !== text,
  )
  // A language is called by its own name everywhere.
  return new Set(foreign.map(([, text]) => text).filter((text) => text !== languageNames.en))
}

/** Keys as they would be shown where a text is missing: with a dot, as no sentence has it. */
export function dottedKeys(): ReadonlySet<string> {
  const keys = [...textsOf('en').keys()].flatMap((key) => [key, key.replace(/^[^:]+:/u, '')])
  return new Set(keys.filter((key) => /[.:]/u.test(key)))
}

/** What is written in Latin letters in every language: names of programs, formats, keys, units, zones and codes. */
const everywhere =
  /Parkdesk|English|Ctrl|Shift|Alt|Esc|Enter|Space|Home|End|PgUp|PgDn|Excel|Word|xlsx|csv|json|XLSX|CSV|PDF|DOCX|JSON|UTF|windows-\d+|UTC|SQLite|Electron|Chromium|BitLocker|LUKS|Windows|Linux|linux|win32|darwin|x64|arm64|Inter[a-z]*|F\d|m²|\bA4\b|ISO|HS|[A-Z]{2,3}-\d{4}-\d+|\b[A-Z]{2,3}\b|kg|pp|PERCENTILE\.INC|Asia\/\w+|\bKK\b/gu

/** The words in Latin letters that are left when what belongs there is taken away. */
export function latinWords(text: string): readonly string[] {
  return text.replace(everywhere, ' ').match(/[A-Za-z]{2,}/gu) ?? []
}
