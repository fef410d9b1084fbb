import { Button } from 'antd'
import { Combine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterName } from '@shared/kernel/registers'
import { Chip } from '../../ui'
import { countConditions } from './condition-group'
import type { RegisterState } from './register-search'

const CombineDialog = lazy(async () => ({ default: (await import('./CombineDialog')).CombineDialog }))

type Props = { readonly register: RegisterName; readonly state: RegisterState }

/** Conditions put together by and, or and not, for what a plain list of them cannot say. */
export function CombineButton({ register, state }: Props) {
  const { t } = useTranslation('registers')
  const [open, setOpen] = useState(false)
  const { group, ...others } = state.filter
  return (
    <>
      {group !== undefined && (
        <Chip
          selected
          onClick={() => setOpen(true)}
          removeLabel={t('combine.remove')}
          onRemove={() => state.setFilter(others)}
        >
          {t('combine.chip', { count: countConditions(group) })}
        </Chip>
      )}
      {group === undefined && (
        <Button
          type="text"
          icon={<Combine size={16} strokeWidth={1.6} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('combine.button')}
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <CombineDialog register={register} state={state} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
