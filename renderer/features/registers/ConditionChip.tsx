import { useQueries } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '@shared/contract/page'
import { fieldLabel } from '@shared/kernel/field-labels'
import { fieldOf, type RegisterName } from '@shared/kernel/registers'
import { apiQuery } from '../../api/client'
import { useFormat } from '../../i18n/format'
import { Chip } from '../../ui'
import { focusBack } from '../../ui/focus-back'
import { FilterEditor } from './FilterEditor'
import { conditionText, type ConditionWords } from './filter-words'

type LayerProps = {
  readonly register: RegisterName
  readonly condition: Condition | undefined
  readonly onApply: (condition: Condition) => void
  readonly children: ReactNode
}

/** Opens the editor of a condition under what it is about. */
export function EditorLayer({ register, condition, onApply, children }: LayerProps) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLSpanElement>(null)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      afterOpenChange={(shown) => {
        if (!shown) focusBack(opener.current?.querySelector('button') ?? null)
      }}
      content={
        <FilterEditor
          register={register}
          condition={condition}
          onApply={(next) => {
            setOpen(false)
            onApply(next)
          }}
        />
      }
    >
      <span ref={opener} className="filter-opener">
        {children}
      </span>
    </Popover>
  )
}

type ChipProps = {
  readonly register: RegisterName
  readonly condition: Condition
  readonly onClick?: () => void
  readonly onRemove: () => void
}

/** A condition in words, with a cross that takes it away. */
export function ConditionChip({ register, condition, onClick, onRemove }: ChipProps) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const words = useConditionWords(register, condition)
  const spec = fieldOf(register, condition.field)
  const label = fieldLabel(register, condition.field, format.language)
  if (spec === undefined) return null
  return (
    <Chip selected removeLabel={t('filter.removeOf', { field: label })} onClick={onClick} onRemove={onRemove}>
      {t('filter.chip', { field: label, value: conditionText(spec, condition, format, words) })}
    </Chip>
  )
}

function useConditionWords(register: RegisterName, condition: Condition): ConditionWords {
  const { t } = useTranslation('registers')
  const isTenant = fieldOf(register, condition.field)?.kind === 'tenant'
  const ids = isTenant ? (condition.in ?? []).filter((id) => typeof id === 'string') : []
  const tenants = useQueries({ queries: ids.map((id) => apiQuery('tenants', 'get', { id })) })
  const names = new Map(tenants.map((query, index) => [ids[index], query.data?.tenant.name]))
  return {
    empty: t('filter.empty'),
    from: (value) => t('filter.from', { value }),
    to: (value) => t('filter.to', { value }),
    span: (from, to) => t('filter.span', { from, to }),
    tenant: (id) => names.get(id) ?? '…',
  }
}
