export const languages = ['zh', 'ru', 'en'] as const
export type Language = (typeof languages)[number]
