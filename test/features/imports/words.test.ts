import { describe, expect, test } from 'vitest'
import { codeEntries } from '@shared/kernel/code-lists'
import { codeListNames } from '@shared/kernel/field'
import { fieldLabel, fieldWords } from '@shared/kernel/field-labels'
import { languages } from '@shared/kernel/language'
import { fieldEntries, registerNames } from '@shared/kernel/registers'
import { compareKey, headerKey } from '@shared/kernel/text'
import { mapColumns } from '@shared/features/imports/map-columns'
import { codeNamed } from '@shared/features/imports/code-words'

describe.each(registerNames)('the names of fields: %s', (register) => {
  const fields = fieldEntries(register).map(([field]) => field)

  test('no name stands for two fields', () => {
    const owner = new Map<string, string>()
    for (const field of fields) {
      for (const word of [
        field,
        ...languages.flatMap((language) => fieldWords(register, field)?.[language] ?? []),
      ]) {
        expect(headerKey(word), word).not.toBe('')
        expect(owner.get(headerKey(word)) ?? field, `${word} in ${register}`).toBe(field)
        owner.set(headerKey(word), field)
      }
    }
  })

  test.each(languages)('labels in %s differ and map back to their fields', (language) => {
    const labels = fields.map((field) => fieldLabel(register, field, language))
    expect(new Set(labels.map(headerKey)).size).toBe(fields.length)
    expect(mapColumns(register, labels)).toEqual(fields)
    expect(mapColumns(register, labels.toReversed())).toEqual(fields.toReversed())
  })

  test.each(languages)('every field has several names in %s', (language) => {
    for (const field of fields)
      expect(fieldWords(register, field)?.[language].length, field).toBeGreaterThanOrEqual(3)
  })
})

describe.each(codeListNames)('the words of codes: %s', (list) => {
  test('no word stands for two codes', () => {
    const owner = new Map<string, string>()
    for (const entry of codeEntries(list)) {
      for (const word of [entry.code, ...entry.zh, ...entry.ru, ...entry.en]) {
        expect(owner.get(compareKey(word)) ?? entry.code, `${word} in ${list}`).toBe(entry.code)
        owner.set(compareKey(word), entry.code)
      }
    }
  })

  test('every word is understood, in any case', () => {
    for (const entry of codeEntries(list)) {
      for (const word of [entry.code, ...entry.zh, ...entry.ru, ...entry.en]) {
        expect(codeNamed(list, ` ${word.toUpperCase()} `), word).toBe(entry.code)
      }
    }
  })
})
