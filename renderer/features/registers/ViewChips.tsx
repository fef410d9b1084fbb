import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { useFormat } from '../../i18n/format'
import { Chip } from '../../ui'
import { SavedViewChips, useShownView } from '../views'
import { recordApis } from './record-api'
import type { RegisterState } from './register-search'

type Props = {
  readonly register: RegisterName
  readonly views: readonly string[]
  readonly words: Readonly<Record<string, string>>
  readonly state: RegisterState
}

/** The views of a register with how many rows each has now; the bin stands at the end. */
export function ViewChips({ register, views, words, state }: Props) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const counts = useQuery({
    queryKey: [register, 'viewCounts'],
    queryFn: () => recordApis[register].viewCounts(),
  }).data
  const { filter, setFilter } = state
  const inBin = filter.deleted === true
  const isSaved = useShownView({ register, list: state }) !== undefined
  const active = inBin || isSaved ? null : (filter.view ?? 'all')
  const number = (view: string) => {
    const count = counts?.[view]
    // A view of another day has another count.
    return count === undefined || (view === active && filter.viewAt !== undefined)
      ? ''
      : ` ${format.integer(count)}`
  }
  const show = (view: string | undefined) => setFilter({ ...filter, view, viewAt: undefined, deleted: false })
  // A view that a report or another screen opened is shown as long as it is in force.
  const listed = active === null || active === 'all' || views.includes(active) ? views : [...views, active]
  return (
    <fieldset className="register-views" aria-label={t('views')}>
      <Chip selected={active === 'all'} onClick={() => show(undefined)}>
        {t('all')}
        {number('all')}
      </Chip>
      {listed.map((view) => (
        <Chip key={view} selected={active === view} onClick={() => show(view)}>
          {words[view] ?? view}
          {number(view)}
        </Chip>
      ))}
      <SavedViewChips register={register} list={state} />
      <Chip selected={inBin} onClick={() => setFilter(inBin ? {} : { deleted: true })}>
        {t('bin.title')}
      </Chip>
    </fieldset>
  )
}
