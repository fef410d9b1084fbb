import { expect, test } from 'vitest'
import { featuresAffected } from '../../renderer/api/dependants'

test('a change of tenants reaches the registers that show their names', () => {
  expect(featuresAffected(['tenants'])).toEqual(expect.arrayContaining(['tenants', 'requests', 'incidents']))
})

test('every change of records reaches the first screen and the search', () => {
  for (const register of ['tenants', 'requests', 'incidents'] as const) {
    expect(featuresAffected([register])).toEqual(expect.arrayContaining(['overview', 'reports', 'search']))
  }
})

test('a feature is asked again once, however many registers changed', () => {
  const features = featuresAffected(['tenants', 'requests', 'incidents', 'storage'])
  expect(new Set(features).size).toBe(features.length)
})

test('a draft reaches nothing but the drafts', () => {
  expect(featuresAffected(['drafts'])).toEqual(['drafts'])
})
