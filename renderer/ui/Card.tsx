import { useId, type ReactNode } from 'react'
import './ui.css'

type Props = {
  readonly title?: string
  /** At the end of the title's line: a legend, a link. */
  readonly extra?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A part of a screen on its own ground, with one border and no shadow. */
export function Card({ title, extra, children, className = '' }: Props) {
  const id = useId()
  if (title === undefined) return <div className={`ui-card ${className}`}>{children}</div>
  return (
    <section className={`ui-card ${className}`} aria-labelledby={id}>
      <div className="ui-card-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}
