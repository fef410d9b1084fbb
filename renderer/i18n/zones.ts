import { useTranslation } from 'react-i18next'
import { zoneOffsetMinutes } from '@shared/kernel/zone'
import { useNow } from '../ui/now'

/** Zones in which parks lie, by country, the usual one first; their names are ours because Chromium lacks several. */
export const zonesByCountry = {
  CN: ['Asia/Shanghai', 'Asia/Urumqi'],
  KZ: ['Asia/Almaty'],
  KG: ['Asia/Bishkek'],
  RU: [
    'Europe/Moscow',
    'Europe/Kaliningrad',
    'Europe/Samara',
    'Asia/Yekaterinburg',
    'Asia/Omsk',
    'Asia/Novosibirsk',
    'Asia/Krasnoyarsk',
    'Asia/Irkutsk',
    'Asia/Yakutsk',
    'Asia/Vladivostok',
    'Asia/Magadan',
    'Asia/Kamchatka',
  ],
  TJ: ['Asia/Dushanbe'],
  UZ: ['Asia/Tashkent'],
  BY: ['Europe/Minsk'],
  IN: ['Asia/Kolkata'],
  IR: ['Asia/Tehran'],
  PK: ['Asia/Karachi'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ParkCountry = keyof typeof zonesByCountry
type NamedZone = (typeof zonesByCountry)[ParkCountry][number]

const namedZones: ReadonlySet<string> = new Set(Object.values(zonesByCountry).flat())

/** The countries a park is most likely to lie in. */
export function isParkCountry(country: string | null): country is ParkCountry {
  return country !== null && Object.hasOwn(zonesByCountry, country)
}

function isNamedZone(zone: string): zone is NamedZone {
  return namedZones.has(zone)
}

/** `UTC+05:30` of minutes ahead of UTC. */
export function offsetWords(minutes: number): string {
  const sign = minutes < 0 ? '\u2212' : '+'
  const absolute = Math.abs(Math.round(minutes))
  const two = (value: number) => String(value).padStart(2, '0')
  return `UTC${sign}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** Names a time zone in words with its present distance from UTC: `Almaty time (UTC+05:00)`. */
export function useZoneName(): (zone: string) => string {
  const { t } = useTranslation('common')
  const now = useNow()
  return (zone) => {
    const name = isNamedZone(zone) ? t(`zone.${zone}`) : zone
    return `${name} (${offsetWords(zoneOffsetMinutes(now, zone))})`
  }
}
