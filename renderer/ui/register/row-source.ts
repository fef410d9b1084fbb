import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
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
  const chainOf = (sort: RegisterSort | null): PageChain<Row> => {
    const key = JSON.stringify(sort)
    if (chain === null || key !== chainSort) {
      chain = pageChain((cursor) => fetchPage({ cursor, limit: pageSize, sort }))
      chainSort = key
    }
    return chain
  }
  const load = async ({ startRow, sortModel, successCallback, failCallback, api }: IGetRowsParams) => {
    try {
      const { rows, last } = await chainOf(sortOf(sortModel[0])).load(startRow / pageSize)
      const end = startRow + rows.length
      successCallback([...rows], last ? end : undefined)
      if (!last && !api.isDestroyed()) api.setRowCount(reachable(end, total()), false)
    } catch (error) {
      failCallback()
      failed(error)
    }
  }
  return { getRows: (params) => void load(params) }
}

function sortOf(model: IGetRowsParams['sortModel'][number] | undefined): RegisterSort | null {
  return model === undefined
    ? null
    : { field: model.colId, direction: model.sort === 'desc' ? 'desc' : 'asc' }
}

/** Rows the list offers for scrolling while its end has not been reached. */
function reachable(reached: number, total: number | undefined): number {
  return Math.max(reached + 1, Math.min(total ?? 0, reached + farthestJump))
}
