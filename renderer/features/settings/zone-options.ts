import { compareKey } from '@shared/kernel/text'
import { isParkCountry, useZoneName, zonesByCountry } from '../../i18n/zones'

const allZones = Intl.supportedValuesOf('timeZone')

/** Every time zone the machine knows, those of the country first; searchable by name and by city. */
export function useZoneOptions(country: string | null, current: string) {
  const zoneName = useZoneName()
  const usual: readonly string[] = isParkCountry(country) ? zonesByCountry[country] : []
  const known = Object.values(zonesByCountry).flat()
  const zones = [...new Set<string>([...usual, current, ...known, ...allZones])]
  return zones.map((zone) => {
    const label = zoneName(zone)
    return { value: zone, label, words: `${compareKey(zone)}\n${compareKey(label)}` }
  })
}
