import type { Park } from '@shared/features/settings/settings'
import type { Language } from '@shared/kernel/language'
import { isParkCountry, zonesByCountry, type ParkCountry } from '../../i18n/zones'

/** What the park form holds: names as typed, an empty one for a name the park does not have. */
export type ParkDraft = {
  readonly names: Readonly<Record<Language, string>>
  readonly country: string | null
  readonly timeZone: string
  readonly currency: string
}

const currencyOf = {
  CN: 'CNY',
  KZ: 'KZT',
  KG: 'KGS',
  RU: 'RUB',
  TJ: 'TJS',
  UZ: 'UZS',
  BY: 'BYN',
  IN: 'INR',
  IR: 'IRR',
  PK: 'PKR',
} as const satisfies Readonly<Record<ParkCountry, string>>

/** A form for a park that does not exist yet: the machine's own zone until a country is chosen. */
export function emptyParkDraft(): ParkDraft {
  return {
    names: { zh: '', ru: '', en: '' },
    country: null,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: 'CNY',
  }
}

/** A park as its form shows it. */
export function draftOf(park: Park): ParkDraft {
  return {
    names: { zh: park.nameZh ?? '', ru: park.nameRu ?? '', en: park.nameEn ?? '' },
    country: park.country,
    timeZone: park.timeZone,
    currency: park.currency,
  }
}

/** A country brings its usual time zone and currency; both can be changed afterwards. */
export function withCountry(draft: ParkDraft, country: string | null): ParkDraft {
  if (!isParkCountry(country)) return { ...draft, country }
  const zones: readonly string[] = zonesByCountry[country]
  const timeZone = zones.includes(draft.timeZone) ? draft.timeZone : (zones[0] ?? draft.timeZone)
  return { ...draft, country, timeZone, currency: currencyOf[country] }
}

/** The park a form describes, or undefined while it has no name in any language. */
export function parkOf({ names, country, timeZone, currency }: ParkDraft): Park | undefined {
  const given = (name: string) => (name.trim() === '' ? null : name.trim())
  const park = { nameZh: given(names.zh), nameRu: given(names.ru), nameEn: given(names.en) }
  if (park.nameZh === null && park.nameRu === null && park.nameEn === null) return undefined
  return { ...park, country, timeZone, currency }
}
