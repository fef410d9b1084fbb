import type { Code, CodeLabels } from '@shared/features/codes/code'
import type { CodebookName } from '@shared/features/codes/codebooks'
import type { ShippedCode } from '@shared/features/codes/read-codebook'
import type { CodeRow } from '@shared/features/codes/codes.contract'
import { languages } from '@shared/kernel/language'
import type { StoredCode } from './codes.repo'

/** A code as it holds now, whatever the day. */
export type Entry = Omit<CodeRow, 'time'> & { readonly words: string; readonly parent: string | null }

/**
 * The codes of the program with what the park says of them, in the order in which they are offered. What the park says
 * stands over what is shipped and is never written into it: a new version of the program brings its codes, and theirs
 * stay as they are.
 */
export function mergeCodes(
  list: CodebookName,
  shipped: readonly ShippedCode[],
  stored: readonly StoredCode[],
): readonly Entry[] {
  const byCode = new Map(stored.map((row) => [row.code, row]))
  const known = new Set(shipped.map(({ code }) => code))
  const own = stored.filter(({ code }) => !known.has(code)).map(ownEntry)
  return inOrder(list, [...shipped.map((code) => shippedEntry(code, byCode.get(code.code))), ...own])
}

function shippedEntry(shipped: ShippedCode, row: StoredCode | undefined): Entry {
  const { labels, from, to } = shipped
  const asShipped = { labels, from, to }
  if (!row) return { ...shipped, origin: 'shipped', hidden: false, version: null, shipped: asShipped }
  const isChanged = row.dated === 1 || languages.some((language) => row[language] !== null)
  return {
    ...shipped,
    labels: labelsOf(row, labels),
    from: row.dated === 1 ? row.from : from,
    to: row.dated === 1 ? row.to : to,
    origin: isChanged ? 'changed' : 'shipped',
    hidden: row.hidden === 1,
    version: row.version,
    shipped: asShipped,
  }
}

function ownEntry(row: StoredCode): Entry {
  const { code, from, to, version } = row
  const labels = labelsOf(row, { zh: null, ru: null, en: null })
  const origin = { origin: 'own', hidden: row.hidden === 1, version, shipped: null } as const
  return { code, labels, from, to, facts: {}, words: '', parent: null, ...origin }
}

function labelsOf(row: StoredCode, otherwise: CodeLabels): Code['labels'] {
  return { zh: row.zh ?? otherwise.zh, ru: row.ru ?? otherwise.ru, en: row.en ?? otherwise.en }
}

/** A goods code of the park's own stands below its heading; codes of the park's own end the other lists. */
function inOrder(list: CodebookName, entries: readonly Entry[]): readonly Entry[] {
  if (list !== 'hs') return entries
  const own = entries.filter(({ shipped }) => shipped === null)
  if (own.length === 0) return entries
  const result = entries.filter(({ shipped }) => shipped !== null)
  for (const entry of own) {
    // Sections lie between the chapters and have no digits to compare.
    const after = result.findLastIndex(({ code }) => /^\d/u.test(code) && code < entry.code)
    result.splice(after + 1, 0, entry)
  }
  return result
}
