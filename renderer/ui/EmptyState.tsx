import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './states.css'

type Props = {
  readonly icon?: LucideIcon
  readonly title: string
  /** What belongs here or how to find it. */
  readonly text?: string
  /** The one button that leads on. */
  readonly action?: ReactNode
}

/** Nothing here yet, or nothing found: says what belongs here and how to go on. */
export function EmptyState({ icon: Icon, title, text, action }: Props) {
  return (
    <div className="ui-state">
      {Icon !== undefined && <Icon size={28} strokeWidth={1.4} aria-hidden />}
      <p className="ui-state-title">{title}</p>
      {text !== undefined && <p className="ui-state-text">{text}</p>}
      {action}
    </div>
  )
}
