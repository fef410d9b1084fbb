import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib'
import type { Language } from '@shared/kernel/language'
import { trueType } from '../../../platform/fonts'

/** What stands at the foot of every page and in the document's properties. */
export type PdfLabels = {
  readonly title: string
  readonly author: string
  readonly language: Language
  readonly createdAt: number
  readonly footer: string
  /** `Page 3 of 7`, with the words of the language. */
  readonly pageText: (page: number, pages: number) => string
}

const languageTags = { zh: 'zh-CN', ru: 'ru-RU', en: 'en-US' } as const satisfies Record<Language, string>
const fontsOf = {
  zh: ['noto-sans-sc-400.woff'],
  ru: ['noto-sans-cyrillic-400.woff', 'noto-sans-latin-400.woff'],
  en: ['noto-sans-latin-400.woff'],
} as const satisfies Record<Language, readonly string[]>

const millimetre = 72 / 25.4
const size = 8
const margin = 17 * millimetre
const baseline = 10 * millimetre
const grey = rgb(0x5a / 255, 0x66 / 255, 0x75 / 255)

/** Sets page numbers, the report's name and the document's properties on a printed PDF. */
export async function stampPdf(pdf: Uint8Array, labels: PdfLabels): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  document.registerFontkit(fontkit)
  document.setTitle(labels.title, { showInWindowTitleBar: true })
  document.setAuthor(labels.author)
  document.setLanguage(languageTags[labels.language])
  document.setCreator('Parkdesk')
  document.setProducer('Parkdesk')
  document.setCreationDate(new Date(labels.createdAt))
  document.setModificationDate(new Date(labels.createdAt))
  const files = await Promise.all(fontsOf[labels.language].map(trueType))
  const fonts = await Promise.all(files.map((file) => document.embedFont(file, { subset: true })))
  const pages = document.getPages()
  pages.forEach((page, index) => {
    const number = runsOf(labels.pageText(index + 1, pages.length), fonts)
    draw(page, runsOf(labels.footer, fonts), margin)
    draw(page, number, page.getWidth() - margin - widthOf(number))
  })
  return await document.save()
}

type Run = { readonly font: PDFFont; readonly text: string }

/** A text in pieces, each in the first font that has its characters; those that none has are left out. */
function runsOf(text: string, fonts: readonly PDFFont[]): readonly Run[] {
  const sets = fonts.map((font) => new Set(font.getCharacterSet()))
  const runs: { font: PDFFont; text: string }[] = []
  for (const character of text) {
    const font = fonts[sets.findIndex((set) => set.has(character.codePointAt(0) ?? 0))]
    const last = runs.at(-1)
    if (font === undefined) continue
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { font, text }) => sum + font.widthOfTextAtSize(text, size), 0)
}

function draw(page: PDFPage, runs: readonly Run[], start: number): void {
  let x = start
  for (const { font, text } of runs) {
    page.drawText(text, { x, y: baseline, size, font, color: grey })
    x += font.widthOfTextAtSize(text, size)
  }
}
