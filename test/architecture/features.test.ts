import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allOperations, contract } from '@shared/contract/contract'
import { rights } from '@shared/contract/rights'
import { unhandledOperations } from '../../electron/data/router'
import { languageSchema } from '@shared/kernel/language-schema'
import { projectFolder } from '../support/sources'

const features = Object.keys(contract)
const has = (path: string) => existsSync(join(projectFolder, path))

describe.each(features)('the feature %s', (feature) => {
  test('has its contract, its data side and its tests under its name', () => {
    expect(has(`shared/features/${feature}/${feature}.contract.ts`)).toBe(true)
    expect(has(`electron/features/${feature}/${feature}.handlers.ts`)).toBe(true)
    expect(has(`test/features/${feature}`)).toBe(true)
  })

  test('has its screens and its words under its name', () => {
    expect(has(`renderer/features/${feature}`)).toBe(true)
    for (const language of languageSchema.options) {
      expect(has(`resources/locales/${language}/${feature}.json`)).toBe(true)
    }
  })
})

test('every operation beside the database has its handler', () => {
  expect(unhandledOperations()).toEqual([])
})

test('every operation names a right there is, and bounds its input', () => {
  for (const [name, operation] of allOperations()) {
    expect(rights, name).toContain(operation.right)
    expect(operation.input.safeParse(undefined).success, name).toBe(false)
    expect(operation.input.safeParse({ somethingElse: 1 }).success, name).toBe(false)
  }
})
