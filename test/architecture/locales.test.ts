import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeEntries } from '@shared/kernel/code-lists'
import { errorCodes } from '@shared/contract/error-codes'
import { codeListNames } from '@shared/kernel/field'
import { fieldWords } from '@shared/kernel/field-labels'
import { languages, type Language } from '@shared/kernel/language'
import { fieldEntries, registerNames } from '@shared/kernel/registers'
import { productSources, projectFolder } from '../support/sources'

const folder = join(projectFolder, 'resources/locales')
const namespaces = readdirSync(join(folder, 'en')).map((file) => file.replace('.json', ''))

function texts(language: Language, namespace: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8')) as Record<
    string,
    string
  >
}

/** The values a message names; those it only chooses a plural by are for each language to use or not. */
function argumentsOf(elements: readonly MessageFormatElement[], plurals: boolean): string[] {
  return elements.flatMap((element) => {
    if (!('value' in element) || typeof element.value !== 'string' || element.type === TYPE.literal) return []
    const inner =
      'options' in element && !Array.isArray(element.options) ? Object.values(element.options) : []
    const own = element.type !== TYPE.plural || plurals ? [element.value] : []
    return [...own, ...inner.flatMap((option) => argumentsOf(option.value, plurals))]
  })
}

const sorted = (values: readonly string[]) => [...new Set(values)].sort()

describe.each(namespaces)('the words of %s', (namespace) => {
  test('exist in every language, none empty', () => {
    const keys = Object.keys(texts('en', namespace)).sort()
    for (const language of languages) {
      const found = texts(language, namespace)
      expect(Object.keys(found).sort(), language).toEqual(keys)
      expect(
        Object.entries(found).filter(([, text]) => text.trim() === ''),
        language,
      ).toEqual([])
    }
  })

  test('are right messages that name the same values in every language', () => {
    for (const [key, text] of Object.entries(texts('en', namespace))) {
      const message = parse(text)
      for (const language of languages) {
        const translated = parse(texts(language, namespace)[key] ?? '')
        const known = argumentsOf(message, true)
        expect(
          argumentsOf(translated, true).filter((value) => !known.includes(value)),
          `${language} ${key}`,
        ).toEqual([])
        const shown = sorted(argumentsOf(translated, false))
        expect(
          sorted(argumentsOf(message, false)).filter((value) => !shown.includes(value)),
          `${language} ${key}`,
        ).toEqual([])
      }
    }
  })

  test('are all used', () => {
    const sources = productSources()
      .map((file) => file.text)
      .join('\n')
    const unused = Object.keys(texts('en', namespace)).filter((key) => !isUsed(sources, namespace, key))
    expect(unused).toEqual([])
  })
})

/** A key is used when it stands in a source as text, or when a template makes it from its beginning. */
function isUsed(sources: string, namespace: string, key: string): boolean {
  if (namespace === 'errors' && (errorCodes as readonly string[]).includes(key)) return true
  if (new RegExp(`['"\`:]${escape(key)}['"\`]`).test(sources)) return true
  const parts = key.split('.')
  return parts.some((_part, index) => {
    if (index === 0) return false
    return new RegExp(`['"\`:]${escape(parts.slice(0, index).join('.'))}\\.\\$\\{`).test(sources)
  })
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('every error has its words', () => {
  for (const language of languages) {
    const words = texts(language, 'errors')
    expect(
      errorCodes.filter((code) => words[code] === undefined),
      language,
    ).toEqual([])
  }
})

test('every field and every code has a label in every language', () => {
  for (const language of languages) {
    for (const register of registerNames) {
      for (const [field] of fieldEntries(register)) {
        expect(fieldWords(register, field)?.[language][0], `${register}.${field} ${language}`).toBeTruthy()
      }
    }
    for (const list of codeListNames) {
      for (const entry of codeEntries(list)) expect(entry[language][0], `${list} ${entry.code}`).toBeTruthy()
    }
  }
})

test('no text for people stands in the window’s code', () => {
  const bare = productSources()
    .filter((file) => file.path.startsWith('renderer/') && file.path.endsWith('.tsx'))
    .flatMap((file) =>
      [...file.text.matchAll(/(?<!<Kbd)>\s*([^<>{}\n=&|;()]*\p{L}{2,}[^<>{}\n=&|;()]*)\s*<\//gu)].map(
        ([, text = '']) => `${file.path}: ${text.trim()}`,
      ),
    )
  expect(bare).toEqual([])
})
