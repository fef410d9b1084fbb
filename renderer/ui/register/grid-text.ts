import type { GetLocaleTextParams } from 'ag-grid-community'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const keys = {
  loadingOoo: 'grid.loading',
  noRowsToShow: 'grid.noRows',
  ariaSortableColumn: 'grid.sortable',
  ariaDragHandleHint: 'grid.dragHint',
  ariaMovableColumn: 'grid.movable',
  ariaRowSelect: 'grid.rowSelect',
  ariaRowDeselect: 'grid.rowDeselect',
  ariaLabelLoadingMore: 'grid.loading',
  loadingError: 'grid.failed',
} as const

type Known = keyof typeof keys

function isKnown(key: string): key is Known {
  return Object.hasOwn(keys, key)
}

/** What the grid itself says, in the language of the window. */
export function useGridText(): (params: GetLocaleTextParams) => string {
  const { t } = useTranslation('registers')
  return useCallback(({ key, defaultValue }) => (isKnown(key) ? t(keys[key]) : defaultValue), [t])
}
