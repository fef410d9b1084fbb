import type { Language } from '@shared/kernel/language'
import type { Shade } from '../shade'

/** Colours of a chart; the same values as the variables of tokens.css, which a drawing cannot read. */
export type Palette = {
  readonly series: readonly string[]
  readonly text: string
  readonly line: string
  readonly surface: string
}

export const palettes = {
  light: {
    series: ['#0e6ba8', '#e08a00', '#19704f', '#8e5ea2'],
    text: '#5a6675',
    line: '#e1e5ea',
    surface: '#ffffff',
  },
  dark: {
    series: ['#58aee0', '#e3a64a', '#56bd95', '#b990cc'],
    text: '#9aa7b6',
    line: '#2a3440',
    surface: '#19202a',
  },
} as const satisfies Readonly<Record<Shade, Palette>>

/** The family of a chart's words. */
export function chartFont(language: Language): string {
  return language === 'zh'
    ? "'Noto Sans SC', 'Noto Sans', sans-serif"
    : "'Noto Sans', 'Noto Sans SC', sans-serif"
}
