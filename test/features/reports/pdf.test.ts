import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import type { ReportModel } from '@shared/features/reports/model'
import { languages, type Language } from '@shared/kernel/language'
import { documentTitle, reportHtml } from '../../../electron/features/reports/formats/html'
import { printByElectron } from '../../../electron/features/reports/print-by-electron'
import { reportFiles } from '../../../electron/features/reports/report-files'
import { pageText, reportIn } from '../../../electron/features/reports/report-in'
import { bare, rowTexts } from './row-texts'
import { sampleFigures } from './sample-figures'

const project = join(import.meta.dirname, '../../..')
const hostFolder = join(project, 'node_modules/.cache/parkdesk-test-print-host')

/** The print host alone, built as the program's build does it. */
async function buildHost(): Promise<string> {
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(project, 'shared'), '@resources': join(project, 'resources') } },
    build: {
      ssr: join(project, 'electron/cli/print-host.ts'),
      outDir: hostFolder,
      emptyOutDir: true,
      rolldownOptions: { external: ['electron', /^node:/u], output: { entryFileNames: 'print-host.mjs' } },
    },
  })
  return join(hostFolder, 'print-host.mjs')
}

async function stamped(prints: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const files = reportFiles({ figures: sampleFigures, languages, formats: ['pdf'], folder: '', prints })
  return await Promise.all(files.map(async ({ make }) => Buffer.from(await make())))
}

async function pageTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 })
    .promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  })
  return await Promise.all(pages)
}

// Without Electron there is nothing to print with; `npm test` prepares it.
describe.skipIf(!process.env['PARKDESK_ELECTRON'])('a printed report', () => {
  const pdfs = new Map<Language, Uint8Array>()
  const reports = new Map<Language, ReportModel>()

  beforeAll(async () => {
    for (const language of languages) reports.set(language, reportIn(language, sampleFigures))
    const host = await buildHost()
    const printed = await stamped(await printByElectron([...reports.values()].map(reportHtml), host))
    languages.forEach((language, index) => {
      const pdf = printed[index]
      if (pdf !== undefined) pdfs.set(language, pdf)
    })
  }, 120_000)

  test.each(languages)(
    'in %s holds every row as text that can be copied, and a number on every page',
    async (language) => {
      const report = reports.get(language)
      const pdf = pdfs.get(language)
      if (report === undefined || pdf === undefined) throw new Error('not printed')
      const pages = await pageTexts(pdf)
      const text = bare(pages.join(''))
      for (const row of rowTexts(report, { withSummary: false })) expect(text).toContain(row)
      expect(pages.length).toBeLessThanOrEqual(7)
      pages.forEach((page, index) => {
        expect(bare(page)).toContain(bare(pageText(language, index + 1, pages.length)))
      })
    },
  )

  test.each(languages)('in %s has its name, its language and real fonts', async (language) => {
    const report = reports.get(language)
    const pdf = pdfs.get(language)
    if (report === undefined || pdf === undefined) throw new Error('not printed')
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect(document.getTitle()).toBe(documentTitle(report))
    expect(String(document.catalog.get(PDFName.of('Lang')))).toContain(language)
    const [page] = document.getPages()
    expect(page?.getWidth()).toBeCloseTo(595, 0)
    expect(page?.getHeight()).toBeCloseTo(842, 0)
    const fonts = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('Font'))
    expect(fonts.length).toBeGreaterThan(0)
    const kinds = new Set(fonts.map((font) => String(font.get(PDFName.of('Subtype')))))
    expect([...kinds].sort()).toEqual(['/CIDFontType2', '/Type0'])
    const names = fonts.map((font) => String(font.get(PDFName.of('BaseFont'))))
    for (const name of names) expect(name).toMatch(/NotoSans/u)
  })

  test('that cannot be printed says so', async () => {
    await expect(printByElectron(['<p>'], join(hostFolder, 'missing.mjs'))).rejects.toMatchObject({
      code: 'printing_failed',
    })
  })
})
