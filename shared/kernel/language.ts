import { z } from 'zod'

export const languages = ['zh', 'ru', 'en'] as const
export type Language = (typeof languages)[number]
export const languageSchema = z.enum(languages)
