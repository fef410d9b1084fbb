import { Button } from 'antd'
import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'

type Props = {
  readonly icon: LucideIcon
  /** Says what the button does; shown as its tooltip and read aloud. */
  readonly label: string
  readonly onClick?: () => void
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button of one icon, where no word fits. */
export function IconButton({ icon: Icon, label, onClick, disabled = false, danger = false, ref }: Props) {
  return (
    <Button
      ref={ref}
      type="text"
      danger={danger}
      disabled={disabled}
      aria-label={label}
      title={label}
      onClick={onClick}
      icon={<Icon size={16} strokeWidth={1.6} aria-hidden />}
    />
  )
}
