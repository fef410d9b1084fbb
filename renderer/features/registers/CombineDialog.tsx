import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { Dialog } from '../../ui'
import { countConditions, pruned, type GroupInput } from './condition-group'
import { GroupEditor } from './GroupEditor'
import { recordApis } from './record-api'
import type { RegisterState } from './register-search'
import './combine.css'

type Props = {
  readonly register: RegisterName
  readonly state: RegisterState
  readonly onClose: () => void
}

/** Puts conditions together, and says at once how many records fit. */
export function CombineDialog({ register, state, onClose }: Props) {
  const { t } = useTranslation('registers')
  const { t: common } = useTranslation('common')
  const { group: before, ...others } = state.filter
  const [group, setGroup] = useState<GroupInput>(before ?? { match: 'any' })
  const wanted = pruned(group)
  const filter = wanted === undefined ? others : { ...others, group: wanted }
  const count = useQuery({
    queryKey: [register, 'count', filter],
    queryFn: () => recordApis[register].count(filter),
  }).data
  const show = () => {
    state.setFilter(filter)
    onClose()
  }
  return (
    <Dialog
      title={t('combine.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="primary" disabled={countConditions(group) === 0} onClick={show}>
            {t('combine.apply')}
          </Button>
        </>
      }
    >
      <div className="combine-dialog">
        <GroupEditor register={register} group={group} depth={1} onChange={setGroup} />
        <output>{count === undefined ? '…' : t('combine.count', { count })}</output>
      </div>
    </Dialog>
  )
}
