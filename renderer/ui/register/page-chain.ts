import type { Page } from '@shared/contract/page'

/**
 * Pages of a keyset: page n begins where page n-1 ended, so a page further down is reached through those before it.
 * The cursors are remembered, the rows are not.
 */
export type PageChain<Row> = {
  /** Rows of page `index` (from 0), and whether it is the last one. */
  readonly load: (index: number) => Promise<{ readonly rows: readonly Row[]; readonly last: boolean }>
}

/** @param fetchPage answers the page that begins at a cursor; null is the beginning */
export function pageChain<Row>(fetchPage: (cursor: string | null) => Promise<Page<Row>>): PageChain<Row> {
  const cursors: (string | null)[] = [null]

  async function fetchAt(index: number): Promise<Page<Row>> {
    const page = await fetchPage(cursors[index] ?? null)
    if (page.next === null) cursors.length = index + 1
    else cursors[index + 1] = page.next
    return page
  }

  return {
    load: async (index) => {
      while (cursors.length <= index) {
        const page = await fetchAt(cursors.length - 1)
        if (page.next === null) return { rows: [], last: true }
      }
      const page = await fetchAt(index)
      return { rows: page.rows, last: page.next === null }
    },
  }
}
