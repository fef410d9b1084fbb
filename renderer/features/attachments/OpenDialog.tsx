import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '@shared/features/attachments/attachment'
import { Dialog } from '../../ui'

type Props = {
  readonly attachment: Attachment
  /** Resolves when the other program has the file or has refused it. */
  readonly onOpen: (attachment: Attachment) => Promise<void>
  readonly onClose: () => void
}

/** Says before a file is opened that it leaves the program. */
export function OpenDialog({ attachment, onOpen, onClose }: Props) {
  const { t } = useTranslation('attachments')
  const [isBusy, setIsBusy] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const open = async () => {
    setIsBusy(true)
    await onOpen(attachment)
    onClose()
  }
  return (
    <Dialog
      title={t('confirm.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          <Button ref={button} type="primary" loading={isBusy} onClick={() => void open()}>
            {t('confirm.open')}
          </Button>
        </>
      }
    >
      <p className="ui-words">{t('confirm.text', { name: attachment.name })}</p>
      <p className="ui-words">{t('confirm.wiped')}</p>
    </Dialog>
  )
}
