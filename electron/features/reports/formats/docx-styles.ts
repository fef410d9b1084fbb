import type { IStylesOptions } from 'docx'
import type { Language } from '@shared/kernel/language'

const ink = '1B232D'
const grey = '5A6675'
const accent = '0E6BA8'

// Word takes the first font a machine has from the theme only for these names; Chinese text gets its own.
const font = { ascii: 'Noto Sans', hAnsi: 'Noto Sans', cs: 'Noto Sans', eastAsia: 'Noto Sans SC' }
const languages = { zh: 'zh-CN', ru: 'ru-RU', en: 'en-GB' } as const satisfies Record<Language, string>

/** The styles of a report in Word; sizes in half points, distances in twentieths of a point. */
export function docxStyles(language: Language): IStylesOptions {
  const paragraph = (
    id: string,
    run: { readonly size: number; readonly color?: string; readonly bold?: boolean },
    spacing: { readonly before?: number; readonly after?: number } = {},
  ) => ({
    id,
    name: id,
    basedOn: 'Normal',
    run: { ...run },
    paragraph: { spacing: { before: 0, after: 0, ...spacing } },
  })
  return {
    default: {
      document: {
        run: { font, size: 19, color: ink, language: { value: languages[language], eastAsia: 'zh-CN' } },
      },
      title: {
        run: { font, size: 42, bold: true, color: ink },
        paragraph: { spacing: { before: 40, after: 20 } },
      },
      heading1: {
        run: { font, size: 28, bold: true, color: ink },
        paragraph: {
          spacing: { before: 420, after: 140 },
          border: { bottom: { style: 'single', size: 10, color: accent, space: 3 } },
        },
      },
      heading2: {
        run: { font, size: 21, bold: true, color: ink },
        paragraph: { spacing: { before: 260, after: 90 } },
      },
    },
    paragraphStyles: [
      paragraph('park', { size: 22, color: grey }),
      paragraph('period', { size: 26 }, { after: 160 }),
      paragraph('fact', { size: 17, color: grey }),
      paragraph('body', { size: 19 }, { after: 90 }),
      paragraph('note', { size: 17 }, { after: 90 }),
      paragraph('tableHead', { size: 17, color: grey }),
      paragraph('tableText', { size: 18 }),
      paragraph('footer', { size: 16, color: grey }),
    ],
  }
}
