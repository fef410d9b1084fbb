import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog'

type Props = {
  readonly title: string
  readonly submit: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly disabled: boolean
  /** Holds a table. */
  readonly wide?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
  readonly onSubmit: () => void
}

/** A dialog that is a form: Enter in a field or the last button sends it. */
export function FormDialog({
  title,
  submit,
  danger,
  busy,
  disabled,
  wide = false,
  children,
  onClose,
  onSubmit,
}: Props) {
  const { t } = useTranslation('common')
  const id = useId()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            danger={danger}
            htmlType="submit"
            form={id}
            loading={busy}
            disabled={disabled}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={wide ? 'ui-dialog-form ui-dialog-form-wide' : 'ui-dialog-form'}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
