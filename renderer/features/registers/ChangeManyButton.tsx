import { Button } from 'antd'
import { PencilLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import { useFormat } from '../../i18n/format'
import { Chip } from '../../ui'
import type { MarksControl } from './use-marks'

const ChangeManyDialog = lazy(async () => ({
  default: (await import('./ChangeManyDialog')).ChangeManyDialog,
}))

type Props = {
  readonly register: RegisterName
  readonly marks: MarksControl
  readonly filter: FilterInput
  /** Rows of the filter, as far as known. */
  readonly total: number | undefined
}

/** Gives the marked records, or all of the list, the same values. */
export function ChangeManyButton({ register, marks, filter, total }: Props) {
  const { t } = useTranslation('registers')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const marked = marks.ids.size
  return (
    <>
      {marked > 0 && (
        <Chip selected removeLabel={t('mark.clear')} onRemove={marks.clear}>
          {t('mark.count', { count: marked })}
        </Chip>
      )}
      <Button
        icon={<PencilLine size={16} strokeWidth={1.6} aria-hidden />}
        disabled={total === undefined || total === 0}
        onClick={() => setOpen(true)}
      >
        {marked > 0 ? t('many.button', { count: format.integer(marked) }) : t('many.all')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ChangeManyDialog
            register={register}
            marked={[...marks.ids]}
            filter={filter}
            total={total ?? 0}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false)
              marks.clear()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
