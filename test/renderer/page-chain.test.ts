import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageChain } from '../../renderer/ui/register/page-chain'

/** Pages of `size` numbers; a cursor is the last number of the page before. */
function numbers(total: number, size: number) {
  const asked: (string | null)[] = []
  const fetchPage = (cursor: string | null) => {
    asked.push(cursor)
    const from = cursor === null ? 0 : Number(cursor) + 1
    const rows = Array.from({ length: Math.max(0, Math.min(size, total - from)) }, (_, index) => from + index)
    return Promise.resolve({ rows, next: rows.length === size ? String(from + size - 1) : null })
  }
  return { asked, fetchPage }
}

test('every page holds the rows that stand there, in whatever order the pages are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.nat(12), { maxLength: 12 }),
      async (total, size, order) => {
        const chain = pageChain(numbers(total, size).fetchPage)
        for (const index of order) {
          const { rows, last } = await chain.load(index)
          const start = index * size
          const expected = Array.from(
            { length: Math.max(0, Math.min(size, total - start)) },
            (_, at) => start + at,
          )
          expect(rows).toEqual(expected)
          if (start + size > total) expect(last).toBe(true)
        }
      },
    ),
  )
})

test('a page further down is reached through those before it, once', async () => {
  const { asked, fetchPage } = numbers(100, 10)
  const chain = pageChain(fetchPage)
  await chain.load(3)
  expect(asked).toEqual([null, '9', '19', '29'])
  await chain.load(2)
  expect(asked.slice(4)).toEqual(['19'])
})
