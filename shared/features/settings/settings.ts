import type { Language } from '../../kernel/language'

/** The park the database belongs to. */
export type Park = {
  readonly nameZh: string | null
  readonly nameRu: string | null
  readonly nameEn: string | null
  readonly timeZone: string
  readonly currency: string
  readonly country: string | null
}

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How this workstation shows things. */
export type Preferences = { readonly language: Language; readonly theme: Theme }
