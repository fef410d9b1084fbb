import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RowsLink } from './report-links'

type Props = { readonly link: RowsLink | undefined; readonly children: ReactNode }

/** A number that opens the rows it counts, where it counts rows. */
export function RowsButton({ link, children }: Props) {
  if (link === undefined) return <>{children}</>
  return (
    <Link to={`/${link.register}`} search={{ filter: link.filter }} className="report-link">
      {children}
    </Link>
  )
}
