import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton'
import './layers.css'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the end, the primary one last. */
  readonly footer?: ReactNode
}

/** A layer above the screen. The browser's own dialog keeps the focus inside and closes on Escape. */
export function Dialog({ title, onClose, children, footer }: Props) {
  const { t } = useTranslation('common')
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open) return
    dialog.showModal()
    dialog.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <dialog
      ref={element}
      className="ui-dialog"
      aria-labelledby={id}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div className="ui-dialog-body">
        <header className="ui-dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon={X} label={t('close')} onClick={onClose} />
        </header>
        {children}
        {footer !== undefined && <footer className="ui-dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  )
}
