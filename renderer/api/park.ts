import type { Park } from '@shared/features/settings/settings'
import type { Language } from '@shared/kernel/language'
import { useApiQuery } from './client'

/** What is shown before a park exists: the machine's own zone. */
const noPark: Park = {
  nameZh: null,
  nameRu: null,
  nameEn: null,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: 'USD',
  country: null,
}

/** The park the database belongs to; before one exists, a nameless one in the machine's time zone. */
export function usePark(): Park {
  return useApiQuery('settings', 'park', {}).data ?? noPark
}

/** The park's name in a language, or in another one it has. */
export function parkName(park: Pick<Park, 'nameZh' | 'nameRu' | 'nameEn'>, language: Language): string {
  const names = { zh: park.nameZh, ru: park.nameRu, en: park.nameEn }
  return names[language] ?? park.nameEn ?? park.nameRu ?? park.nameZh ?? ''
}
