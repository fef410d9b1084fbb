import { useQueryClient } from '@tanstack/react-query'
import type { RegisterLayout } from '@shared/features/settings/settings.contract'
import type { RegisterName } from '@shared/kernel/registers'
import { api, apiKey, useApiQuery } from '../../api/client'
import { useNotify } from '../../ui'
import type { ColumnLayout, RegisterSort } from '../../ui/register'

export type LayoutControl = {
  /** False until the kept layout is known. */
  readonly ready: boolean
  readonly columns: ColumnLayout | null
  readonly sort: RegisterSort | null
  readonly keepColumns: (columns: ColumnLayout | null) => void
  readonly keepSort: (sort: RegisterSort | null) => void
}

/** How this workstation shows a register: its columns and its order. */
export function useLayout(register: RegisterName): LayoutControl {
  const client = useQueryClient()
  const notify = useNotify()
  const { data, isFetched } = useApiQuery('settings', 'layout', { register })
  const layout = data ?? null

  const keep = (next: RegisterLayout | null) => {
    client.setQueryData(apiKey('settings', 'layout', { register }), next)
    api.settings.saveLayout({ register, layout: next }).catch(notify.failed)
  }
  const isChosen = layout !== null && layout.columns.length > 0

  return {
    ready: isFetched,
    columns: isChosen ? layout : null,
    sort: layout?.sort ?? null,
    keepColumns: (columns) => {
      const sort = layout?.sort
      if (columns === null) keep(sort === undefined ? null : { columns: [], hidden: [], sort })
      else keep({ columns: [...columns.columns], hidden: [...columns.hidden], sort })
    },
    keepSort: (sort) =>
      keep({ columns: layout?.columns ?? [], hidden: layout?.hidden ?? [], sort: sort ?? undefined }),
  }
}
