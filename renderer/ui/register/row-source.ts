import type { IDatasource } from 'ag-grid-community'
import type { Page } from '@shared/contract/page'
import { pageChain, type PageChain } from './page-chain'
import type { RegisterSort } from './types'

/** How far below the rows already reached somebody may jump: every page on the way has to be read. */
const farthestJump = 10_000

type Source<Row> = {
  readonly pageSize: number
  readonly fetchPage: (request: {
    readonly cursor: string | null
    readonly limit: number
    readonly sort: RegisterSort | null
  }) => Promise<Page<Row>>
  readonly total: () => number | undefined
  readonly failed: (error: unknown) => void
}

/** Rows of one filter for the grid, sorted as the grid asks. */
export function rowSource<Row>({ pageSize, fetchPage, total, failed }: Source<Row>): IDatasource {
  let chain: PageChain<Row> | null = null
  let chainSort = ''
  return {
    getRows: async ({ startRow, sortModel, successCallback, failCallback, api }) => {
      const model = sortModel[0]
      const sort: RegisterSort | null =
        model === undefined ? null : { field: model.colId, direction: model.sort === 'desc' ? 'desc' : 'asc' }
      const key = JSON.stringify(sort)
      if (chain === null || key !== chainSort) {
        chain = pageChain((cursor) => fetchPage({ cursor, limit: pageSize, sort }))
        chainSort = key
      }
      try {
        const { rows, last } = await chain.load(startRow / pageSize)
        const end = startRow + rows.length
        successCallback([...rows], last ? end : undefined)
        if (!last && !api.isDestroyed()) api.setRowCount(reachable(end, total()), false)
      } catch (error) {
        failCallback()
        failed(error)
      }
    },
  }
}

/** Rows the list offers for scrolling while its end has not been reached. */
function reachable(reached: number, total: number | undefined): number {
  return Math.max(reached + 1, Math.min(total ?? 0, reached + farthestJump))
}
