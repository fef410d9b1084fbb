import { theme as antdTheme, type ThemeConfig } from 'antd'
import type { Language } from '@shared/kernel/language'
import type { Shade } from '../ui/shade'

type MappingAlgorithm = typeof antdTheme.darkAlgorithm

/** The same values as the variables of tokens.css; the component library computes shades from them. */
const colours = {
  light: {
    colorPrimary: '#0e6ba8',
    // The library's own is lighter than words may be.
    colorPrimaryHover: '#0b5a8e',
    colorInfo: '#0e6ba8',
    colorLink: '#0e6ba8',
    colorSuccess: '#19704f',
    colorWarning: '#9a5b00',
    colorError: '#b3261e',
    colorBgBase: '#ffffff',
    colorBgLayout: '#f4f6f8',
    colorBgContainer: '#ffffff',
    colorBgElevated: '#ffffff',
    colorBorder: '#c9d0d8',
    colorBorderSecondary: '#e1e5ea',
    colorText: '#1b232d',
    colorTextSecondary: '#5a6675',
    colorTextTertiary: '#5a6675',
    colorTextPlaceholder: '#667281',
    controlItemBgActive: '#e6f1f9',
  },
  dark: {
    colorPrimary: '#58aee0',
    colorPrimaryHover: '#7cc0e8',
    colorInfo: '#58aee0',
    colorLink: '#58aee0',
    colorSuccess: '#56bd95',
    colorWarning: '#e3a64a',
    colorError: '#ee8078',
    colorBgBase: '#19202a',
    colorBgLayout: '#11161c',
    colorBgContainer: '#19202a',
    colorBgElevated: '#1f2833',
    colorBorder: '#3b4857',
    colorBorderSecondary: '#2a3440',
    colorText: '#e5eaf0',
    colorTextSecondary: '#9aa7b6',
    colorTextTertiary: '#9aa7b6',
    colorTextPlaceholder: '#8794a4',
    controlItemBgActive: '#17324a',
    colorTextLightSolid: '#0c1117',
  },
} as const satisfies Record<Shade, ThemeConfig['token']>

const families: Readonly<Record<Language, string>> = {
  zh: "'Noto Sans SC', 'Noto Sans', sans-serif",
  ru: "'Noto Sans', 'Noto Sans SC', sans-serif",
  en: "'Noto Sans', 'Noto Sans SC', sans-serif",
}

/** The library's dark algorithm mutes every colour it is given; ours are made for the dark ground already. */
const keepOurs: MappingAlgorithm = (seed, map) => ({
  ...(map ?? antdTheme.darkAlgorithm(seed)),
  colorPrimary: seed.colorPrimary,
  colorSuccess: seed.colorSuccess,
  colorWarning: seed.colorWarning,
  colorError: seed.colorError,
  colorLink: seed.colorLink,
})

/** The component library's theme: dense, our colours and type. */
export function antdThemeOf(shade: Shade, language: Language): ThemeConfig {
  return {
    algorithm: shade === 'dark' ? [antdTheme.darkAlgorithm, keepOurs] : antdTheme.defaultAlgorithm,
    token: {
      ...colours[shade],
      fontFamily: families[language],
      fontSize: 13,
      lineHeight: 20 / 13,
      // Closer spacing than the library's own; its compact algorithm would make the letters smaller, too.
      sizeStep: 3,
      borderRadius: 6,
      controlHeight: 32,
      controlHeightSM: 26,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.14s',
      boxShadow: 'none',
    },
    components: {
      // The outline of an empty circle or box is all there is to see of it.
      Radio: { colorBorder: colours[shade].colorTextSecondary },
      Checkbox: { colorBorder: colours[shade].colorTextSecondary },
      Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
    hashed: false,
  }
}
