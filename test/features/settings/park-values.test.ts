import { describe, expect, test } from 'vitest'
import { parkSchema } from '@shared/features/settings/settings.contract'
import { codesOf } from '@shared/kernel/code-lists'
import { isTimeZone } from '@shared/kernel/zone'
import { draftOf, emptyParkDraft, parkOf, withCountry } from '../../../renderer/features/settings/park-values'
import { offsetWords, zonesByCountry } from '../../../renderer/i18n/zones'

const named = { ...emptyParkDraft(), names: { zh: '', ru: '  Парк ', en: '' } }

test('a park needs a name in one language, whichever', () => {
  expect(parkOf(emptyParkDraft())).toBeUndefined()
  expect(parkOf(named)).toMatchObject({ nameZh: null, nameRu: 'Парк', nameEn: null })
})

test('what the form makes is a park the contract takes, and comes back as it was', () => {
  const park = parkOf(withCountry(named, 'KZ'))
  expect(parkSchema.parse(park)).toEqual(park)
  expect(park === undefined ? undefined : parkOf(draftOf(park))).toEqual(park)
})

describe.each(Object.entries(zonesByCountry))('the country %s', (country, zones) => {
  test('brings a time zone this machine knows and a currency of the list', () => {
    const draft = withCountry({ ...named, timeZone: 'UTC' }, country)
    expect(draft.timeZone).toBe(zones[0])
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
    expect(codesOf('currency')).toContain(draft.currency)
  })

  test('leaves a zone of its own as it was chosen', () => {
    const chosen = zones.at(-1) ?? ''
    expect(withCountry({ ...named, timeZone: chosen }, country).timeZone).toBe(chosen)
  })
})

test('a country elsewhere changes neither zone nor currency', () => {
  expect(withCountry(named, 'BR')).toEqual({ ...named, country: 'BR' })
})

test('distances from UTC are written with sign and minutes', () => {
  expect([330, -210, 0].map(offsetWords)).toEqual(['UTC+05:30', 'UTC\u221203:30', 'UTC+00:00'])
})
