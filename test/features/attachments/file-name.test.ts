import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extensionOf, safeFileName } from '@shared/features/attachments/file-name'

const bytes = (text: string) => Buffer.byteLength(text)

describe('the name of an attached file', () => {
  test.each([
    ['Договор № 7.pdf', 'Договор № 7.pdf'],
    ['合同（终稿）.docx', '合同（终稿）.docx'],
    ['قرارداد نیم‌سال.pdf', 'قرارداد نیم‌سال.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u2066b\u2069\u061Cc\u0000d\u001Be.txt', 'abcde.txt'],
    ['report.pdf. . .', 'report.pdf'],
    ['report.pdf:evil.exe', 'report.pdf_evil.exe'],
    ['..\\..\\Windows\\system.pdf', '.._.._Windows_system.pdf'],
    ['/etc/passwd', '_etc_passwd'],
    ['CON', '_CON'],
    ['aux .txt', '_aux .txt'],
    ['Com¹.csv', '_Com¹.csv'],
    ['console.txt', 'console.txt'],
    [`order.pdf${' '.repeat(200)}.exe`, 'order.pdf .exe'],
    ['line\nbreak\u2028.pdf', 'line break .pdf'],
    ['\u{E0041}\u{E0042}tag.pdf', 'tag.pdf'],
    ['\uD800lone.pdf', 'lone.pdf'],
    ['  ', 'file'],
    ['', 'file'],
  ])('%j is shown as %j', (given, shown) => {
    expect(safeFileName(given)).toBe(shown)
  })

  test('of any name at all is one harmless line of bounded length, and stays what it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', ':', '\u202E', 'a', '\u0000', '/', 'я', '合', '\u200D'),
        maxLength: 300,
      }),
      fc
        .tuple(fc.constantFrom('con', 'LPT1', 'nul', 'prn'), fc.string({ maxLength: 5 }))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}/\\:*?"<>|]/u)
        expect(safe.replaceAll(/[\u200c\u200d]/gu, '')).not.toMatch(/\p{Cf}|\p{Cs}/u)
        expect(safe).not.toMatch(/^ |[. ]$/u)
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/iu)
        expect(safe.length).toBeGreaterThan(0)
        expect(bytes(safe)).toBeLessThanOrEqual(181)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 3000 },
    )
  })

  test('keeps the ending of a long name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pdf', 'xlsx', 'heic'),
        fc.integer({ min: 1, max: 500 }),
        (extension, length) => {
          const safe = safeFileName(`${'документ'.repeat(length)}.${extension}`)
          expect(extensionOf(safe)).toBe(extension)
        },
      ),
    )
  })

  test('the ending is what follows the last dot, and there must be something before it', () => {
    expect(extensionOf('a.b.PDF')).toBe('pdf')
    expect(extensionOf('.pdf')).toBe('')
    expect(extensionOf('pdf')).toBe('')
  })
})
