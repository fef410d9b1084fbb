import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { errorCodes } from '@shared/contract/error-codes'
import { AppError } from '@shared/contract/result'
import { languages } from '@shared/kernel/language'
import { errorText } from '../../electron/cli/error-text'
import { exitStatus } from '../../electron/cli/exit-status'
import { localeResources } from '../../electron/platform/locales'

const params = { file: 'a.csv', row: 7, column: 'C', columns: 600, limit: 500, sheet: 'S', folder: 'F' }

describe.each(languages)('errors in %s', (language) => {
  test('every failure has words, with and without what it may name', () => {
    for (const code of errorCodes) {
      for (const error of [
        new AppError(code),
        new AppError(code, { ...params, kind: 'png', period: 'P', count: 2 }),
      ]) {
        const text = errorText(error, language)
        expect(text.length, code).toBeGreaterThan(3)
        expect(text, code).not.toMatch(/[{}]|errors:/u)
      }
    }
  })

  test('there are no words for failures that do not exist', () => {
    expect(Object.keys(localeResources[language].errors ?? {}).toSorted()).toEqual([...errorCodes].toSorted())
  })

  test('the place is told even where the message has no room for it', () => {
    const text = errorText(new AppError('file_damaged', { file: 'a.csv', row: 7, column: 'C' }), language)
    expect(text).toContain('a.csv')
    expect(text).toContain('(7, C)')
  })
})

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** The values a message names, also within the branches of a choice. */
function namesIn(parts: readonly Part[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const part of parts) {
    // Type 0 is plain text.
    if (Number(part.type) === 0 || !('value' in part) || typeof part.value !== 'string') continue
    names.add(part.value)
    if (!('options' in part)) continue
    for (const option of Object.values(part.options))
      for (const name of namesIn(option.value)) names.add(name)
  }
  return names
}

test.each(['cli', 'imports', 'exports', 'errors'] as const)(
  '%s has the same texts and values in every language',
  (name) => {
    const shapes = languages.map((language) =>
      Object.entries<string>(localeResources[language][name] ?? {})
        .map(([key, text]) => [
          key,
          [...namesIn(new IntlMessageFormat(text, language).getAst())].toSorted().join(),
        ])
        .toSorted(),
    )
    expect(shapes[1]).toEqual(shapes[0])
    expect(shapes[2]).toEqual(shapes[0])
  },
)

test('what the caller can mend ends with status 2', () => {
  expect(exitStatus('file_encrypted')).toBe(2)
  expect(exitStatus('disk_full')).toBe(2)
  expect(exitStatus('park_missing')).toBe(2)
  expect(exitStatus('internal')).toBe(1)
})
