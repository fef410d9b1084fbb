import { Button } from 'antd'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '@shared/features/attachments/attachment'
import { AttachmentFacts } from './AttachmentList'

type Props = {
  readonly attachments: readonly Attachment[]
  readonly mayWrite: boolean
  readonly onRestore: (attachment: Attachment) => void
}

/** Files that were removed; they are kept and can be taken back. */
export function RemovedList({ attachments, mayWrite, onRestore }: Props) {
  const { t } = useTranslation('attachments')
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="attachments-bin no-print">
      <Button
        type="text"
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        icon={<Chevron size={14} strokeWidth={1.6} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('bin', { count: attachments.length })}
      </Button>
      <ul id={id} className="attachments" hidden={!isOpen}>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <AttachmentFacts attachment={attachment} />
            {mayWrite && (
              <Button
                size="small"
                aria-label={t('restoreOf', { name: attachment.name })}
                onClick={() => onRestore(attachment)}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
