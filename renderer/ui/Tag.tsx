import type { ReactNode } from 'react'
import './ui.css'

export type Tone = 'neutral' | 'accent' | 'good' | 'attention' | 'danger'

type Props = { readonly tone?: Tone; readonly children: ReactNode; readonly title?: string }

/** A short state in words on a soft ground; the colour only repeats what the words say. */
export function Tag({ tone = 'neutral', children, title }: Props) {
  return (
    <span className={`ui-tag ui-tone-${tone}`} title={title}>
      {children}
    </span>
  )
}
