import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import './ui.css'

type Props = {
  readonly children: ReactNode
  readonly selected?: boolean
  readonly onClick?: () => void
  /** Shows a cross that takes the chip away; `removeLabel` says so to a screen reader. */
  readonly onRemove?: () => void
  readonly removeLabel?: string
}

/** A saved view or a filter that is in force. */
export function Chip({ children, selected = false, onClick, onRemove, removeLabel }: Props) {
  return (
    <span className={selected ? 'ui-chip ui-chip-selected' : 'ui-chip'}>
      <button type="button" className="ui-chip-main numeric" aria-pressed={selected} onClick={onClick}>
        {children}
      </button>
      {onRemove !== undefined && (
        <button
          type="button"
          className="ui-chip-remove"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <X size={12} strokeWidth={1.8} aria-hidden />
        </button>
      )}
    </span>
  )
}
