import { Button, Select } from 'antd'
import { FolderPlus, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deepestGroup, groupMatches, type Condition } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import { IconButton } from '../../ui'
import { ConditionChip } from './ConditionChip'
import { withCondition, withGroup, withoutCondition, type GroupInput } from './condition-group'
import { FilterEditor } from './FilterEditor'

type Props = {
  readonly register: RegisterName
  readonly group: GroupInput
  /** 1 for the outermost. */
  readonly depth: number
  readonly onChange: (group: GroupInput) => void
  readonly onRemove?: () => void
}

/** A group of conditions and of further groups. */
export function GroupEditor(props: Props) {
  const { register, group, depth, onChange } = props
  const { t } = useTranslation('registers')
  const { conditions = [], groups = [] } = group
  return (
    <div className="combine">
      <GroupHead {...props} />
      {conditions.length + groups.length === 0 && <p className="combine-empty">{t('combine.empty')}</p>}
      <Conditions {...props} />
      {groups.map((inner, index) => (
        <GroupEditor
          // Groups have no name of their own: two may ask for the same.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          register={register}
          group={inner}
          depth={depth + 1}
          onChange={(next) => onChange(withGroup(group, index, next))}
          onRemove={() => onChange(withGroup(group, index, undefined))}
        />
      ))}
      {depth < deepestGroup && (
        <Button
          size="small"
          type="text"
          className="combine-add"
          icon={<FolderPlus size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => onChange({ ...group, groups: [...groups, { match: 'all' }] })}
        >
          {t('combine.group')}
        </Button>
      )}
    </div>
  )
}

function GroupHead({ group, onChange, onRemove }: Props) {
  const { t } = useTranslation('registers')
  const id = useId()
  return (
    <div className="combine-head">
      <label htmlFor={id}>{t('combine.match')}</label>
      <Select
        id={id}
        size="small"
        popupMatchSelectWidth={false}
        value={group.match}
        options={groupMatches.map((match) => ({ value: match, label: t(`combine.${match}`) }))}
        onChange={(match: GroupInput['match']) => onChange({ ...group, match })}
      />
      {onRemove !== undefined && (
        <IconButton icon={Trash2} label={t('combine.removeGroup')} onClick={onRemove} />
      )}
    </div>
  )
}

/** The conditions of a group as chips; the one that is edited, or a new one, has its editor below. */
function Conditions({ register, group, onChange }: Props) {
  const { t } = useTranslation('registers')
  const { conditions = [] } = group
  const [edited, setEdited] = useState<number | null>(null)
  // Where the editor was, the focus would be nowhere.
  const [wasEdited, setWasEdited] = useState(false)
  const condition: Condition | undefined = edited === null ? undefined : conditions[edited]
  const apply = (next: Condition) => {
    onChange(withCondition(group, next, edited ?? undefined))
    setEdited(null)
    setWasEdited(true)
  }
  return (
    <>
      <div className="combine-conditions">
        {conditions.map((each, index) => (
          <ConditionChip
            // oxlint-disable-next-line react/no-array-index-key
            key={`${index} ${each.field}`}
            register={register}
            condition={each}
            onClick={() => setEdited(index)}
            onRemove={() => {
              setEdited(null)
              onChange(withoutCondition(group, index))
            }}
          />
        ))}
        {edited === null && (
          <Button
            ref={wasEdited ? takeFocus : undefined}
            size="small"
            icon={<Plus size={14} strokeWidth={1.6} aria-hidden />}
            onClick={() => setEdited(conditions.length)}
          >
            {t('combine.condition')}
          </Button>
        )}
      </div>
      {edited !== null && (
        <FilterEditor key={edited} register={register} condition={condition} onApply={apply} />
      )}
    </>
  )
}

function takeFocus(button: HTMLButtonElement | null) {
  button?.focus()
}
