import { codeEntries } from '@shared/kernel/code-lists'
import type { FieldSpec } from '@shared/kernel/field'
import { languages } from '@shared/kernel/language'
import { parseDateTime } from '@shared/kernel/parse-date'
import { parseDecimal } from '@shared/kernel/parse-number'
import { compareKey } from '@shared/kernel/text'

/** The cells of rows copied out of a spreadsheet; undefined for a text of one cell, which is pasted as it is. */
export function pastedRows(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split('\n')
  if (lines.length < 2 && !text.includes('\t')) return undefined
  return lines.map((line) => line.split('\t').map(unquoted))
}

/** A cell with line breaks or quotes in it comes in quotes. */
function unquoted(cell: string): string {
  const inner = /^"(?<text>.*)"$/su.exec(cell)?.groups?.['text']
  return (inner === undefined ? cell : inner.replaceAll('""', '"')).trim()
}

/** A cell of a spreadsheet as the form holds it; what cannot be read stays as it was, to be pointed out. */
export function pastedText(spec: FieldSpec, cell: string, decimalComma: boolean): string {
  switch (spec.kind) {
    case 'integer':
    case 'decimal':
    case 'money': {
      const reading = parseDecimal(cell.replace(/%$/u, ''), { decimalComma })
      return reading.ok ? reading.value : cell
    }
    case 'date': {
      const reading = parseDateTime(cell)
      return reading.ok ? reading.date : cell
    }
    case 'instant': {
      const reading = parseDateTime(cell)
      if (!reading.ok || reading.offsetMinutes !== undefined) return cell
      return `${reading.date} ${(reading.time ?? '00:00').slice(0, 5)}`
    }
    case 'choice': {
      const wanted = compareKey(cell)
      const found = codeEntries(spec.list).find((entry) =>
        [entry.code, ...languages.flatMap((language) => entry[language])].some(
          (word) => compareKey(word) === wanted,
        ),
      )
      return found?.code ?? cell
    }
    default:
      return cell
  }
}
