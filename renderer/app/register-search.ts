import type { FilterInput } from '@shared/contract/page'

/** What the address of a register keeps, so that going back, restarting and following a figure show the same rows. */
export type RegisterSearch = {
  readonly filter?: FilterInput
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' }
  /** Id of the row shown beside the list. */
  readonly selected?: string
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSort(value: unknown): value is NonNullable<RegisterSearch['sort']> {
  if (!isObject(value) || typeof value['field'] !== 'string') return false
  return value['direction'] === 'asc' || value['direction'] === 'desc'
}

/** Takes what an address may hold; the filter itself is checked by its schema where it is used. */
export function registerSearch(raw: Record<string, unknown>): RegisterSearch {
  const { filter, sort, selected } = raw
  return {
    ...(isObject(filter) ? { filter } : {}),
    ...(isSort(sort) ? { sort } : {}),
    ...(typeof selected === 'string' ? { selected } : {}),
  }
}

/** What the address of a form for a new record may give it from the start. */
export type NewRecordSearch = { readonly tenantId?: string }

/** Takes what the address of a new record's form may hold. */
export function newRecordSearch(raw: Record<string, unknown>): NewRecordSearch {
  return typeof raw['tenantId'] === 'string' ? { tenantId: raw['tenantId'] } : {}
}
