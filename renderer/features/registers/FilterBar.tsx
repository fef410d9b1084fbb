import { Button } from 'antd'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import { Chip } from '../../ui'
import { CombineButton } from './CombineButton'
import { ConditionChip, EditorLayer } from './ConditionChip'
import type { RegisterState } from './register-search'

type Props = { readonly register: RegisterName; readonly state: RegisterState }

/** The conditions in force, each as a chip that can be changed or taken away. */
export function FilterBar({ register, state }: Props) {
  const { t } = useTranslation('registers')
  const { filter, setFilter } = state
  const conditions = filter.conditions ?? []
  const keep = (condition: Condition | null, field: string) => {
    const others = conditions.filter((other) => other.field !== field)
    setFilter({ ...filter, conditions: condition === null ? others : [...others, condition] })
  }
  return (
    <>
      {conditions.map((condition) => (
        <EditorLayer
          key={condition.field}
          register={register}
          condition={condition}
          onApply={(next) => keep(next, next.field)}
        >
          <ConditionChip
            register={register}
            condition={condition}
            onRemove={() => keep(null, condition.field)}
          />
        </EditorLayer>
      ))}
      {filter.batchId !== undefined && (
        <Chip
          selected
          removeLabel={t('filter.remove')}
          onRemove={() => setFilter({ ...filter, batchId: undefined })}
        >
          {t('filter.batch')}
        </Chip>
      )}
      <EditorLayer register={register} condition={undefined} onApply={(next) => keep(next, next.field)}>
        <Button icon={<ListFilter size={16} strokeWidth={1.6} aria-hidden />}>{t('filter.add')}</Button>
      </EditorLayer>
      <CombineButton register={register} state={state} />
      {(conditions.length > 0 || filter.batchId !== undefined || filter.group !== undefined) && (
        <Button
          type="text"
          onClick={() => setFilter({ ...filter, conditions: [], batchId: undefined, group: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </>
  )
}
