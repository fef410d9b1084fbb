import { Button } from 'antd'
import { FileDown } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import type { RegisterName } from '@shared/kernel/registers'
import { useCommand } from '../../api/commands'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }))

type Props = {
  readonly register: RegisterName
  readonly filter: FilterInput
  /** Rows of the filter, as far as known. */
  readonly total: number | undefined
}

/** Writes the rows in sight to a file. */
export function ExportButton({ register, filter, total }: Props) {
  const { t } = useTranslation('exports')
  const [open, setOpen] = useState(false)
  const show = useCallback(() => setOpen(true), [])
  useCommand('export', show)
  return (
    <>
      <Button icon={<FileDown size={16} strokeWidth={1.6} aria-hidden />} onClick={show}>
        {t('screen.export')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ExportDialog register={register} filter={filter} total={total} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
