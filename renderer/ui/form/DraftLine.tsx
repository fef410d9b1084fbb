import { Button } from 'antd'
import { FilePen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '@shared/features/drafts/drafts.contract'
import { useFormat } from '../../i18n/format'
import { ageWords } from './age-words'

type Props = { readonly draft: Draft; readonly onDiscard: () => void }

/** Says that the form goes on with a draft and how old it is. */
export function DraftLine({ draft, onDiscard }: Props) {
  const { t } = useTranslation('forms')
  const format = useFormat()
  const [openedAt] = useState(() => Date.now())
  return (
    <output className="form-draft">
      <FilePen size={16} strokeWidth={1.6} aria-hidden />
      <span>
        {t('draft.continued', {
          time: ageWords(draft.updatedAt, openedAt, format),
        })}
      </span>
      <Button size="small" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </output>
  )
}
