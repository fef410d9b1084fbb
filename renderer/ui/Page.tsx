import type { ReactNode } from 'react'
import './ui.css'

type PageProps = {
  readonly children: ReactNode
  /** Fills the height and scrolls inside (registers); otherwise the page itself scrolls. */
  readonly fill?: boolean
}

/** The content area of a screen. */
export function Page({ children, fill = false }: PageProps) {
  return <div className={fill ? 'ui-page ui-page-fill' : 'ui-page'}>{children}</div>
}

type HeaderProps = {
  readonly title: string
  /** What stands quietly beside the title: a count, a month. */
  readonly aside?: ReactNode
  readonly actions?: ReactNode
}

/** Title of a screen with its actions at the end of the line. */
export function PageHeader({ title, aside, actions }: HeaderProps) {
  return (
    <header className="ui-page-header">
      <h1>{title}</h1>
      {aside !== undefined && <span className="ui-page-aside numeric">{aside}</span>}
      {actions !== undefined && <div className="ui-page-actions no-print">{actions}</div>}
    </header>
  )
}
