import { Button } from 'antd'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterInput } from '@shared/contract/page'
import { useRights } from '../../api/session'
import { ReassignDialog } from './ReassignDialog'

type Props = { readonly filter: FilterInput; readonly total: number | undefined }

/** Gives many requests to somebody else: those of the list, or all of one officer's. */
export function ReassignButton({ filter, total }: Props) {
  const { t } = useTranslation('workflow')
  const mayWrite = useRights().has('requests.write')
  const [isOpen, setIsOpen] = useState(false)
  if (!mayWrite || filter.deleted === true) return null
  return (
    <>
      <Button
        disabled={total === undefined || total === 0}
        icon={<Users size={16} strokeWidth={1.6} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('assign.list')}
      </Button>
      {isOpen && <ReassignDialog of={{ filter }} onClose={() => setIsOpen(false)} />}
    </>
  )
}
