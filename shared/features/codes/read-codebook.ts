import { languages } from '../../kernel/language'
import type { Code, CodeLabels } from './code'

/** A code as the program brings it. `words` are further ways to look for it; `parent` what it lies below. */
export type ShippedCode = Code & { readonly words: string; readonly parent: string | null }

const ownColumns: ReadonlySet<string> = new Set(['code', ...languages, 'words', 'parent', 'from', 'to'])

/**
 * Reads a list of `resources/code-lists/*.tsv`: a heading line that names the columns, then one code a line, cells
 * separated by tabs, empty ones at the end left out. A column without a meaning of its own becomes a fact.
 */
export function readCodebook(text: string): readonly ShippedCode[] {
  const [heading = '', ...lines] = text.split('\n')
  const columns = heading.split('\t')
  const facts = columns.flatMap((name, index) => (ownColumns.has(name) ? [] : [[name, index] as const]))
  const at = Object.fromEntries(columns.map((name, index) => [name, index]))
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      const cell = (name: string) => given(cells[at[name] ?? -1])
      const labels: CodeLabels = { zh: cell('zh'), ru: cell('ru'), en: cell('en') }
      return {
        code: cells[0] ?? '',
        labels,
        from: cell('from'),
        to: cell('to'),
        words: cell('words') ?? '',
        parent: cell('parent'),
        facts: Object.fromEntries(
          facts.flatMap(([name, index]) => {
            const value = given(cells[index])
            return value === null ? [] : [[name, value]]
          }),
        ),
      }
    })
}

const given = (text: string | undefined) => (text === undefined || text === '' ? null : text)
