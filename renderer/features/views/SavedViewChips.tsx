import { useApiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Chip } from '../../ui'
import { useViewCounts } from './use-view-counts'
import { shownView, type ViewsProps } from './view-list'

/** The views somebody saved, with how many rows each has now. */
export function SavedViewChips({ register, list }: ViewsProps) {
  const format = useFormat()
  const views = useApiQuery('views', 'list', { register }).data ?? []
  const counts = useViewCounts(register, views)
  const shown = shownView(views, list.filter)
  return views.map((view) => {
    const count = counts.get(view.id)
    return (
      <Chip key={view.id} selected={view.id === shown?.id} onClick={() => list.show(view.filter, view.sort)}>
        {count === undefined ? view.name : `${view.name} ${format.integer(count)}`}
      </Chip>
    )
  })
}
