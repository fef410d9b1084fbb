import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useRights } from '../../api/session'
import type { RowsLink } from './report-links'

type Props = { readonly link: RowsLink | undefined; readonly children: ReactNode }

/** A number that opens the rows it counts, where it counts rows and somebody may see them. */
export function RowsButton({ link, children }: Props) {
  const rights = useRights()
  if (link === undefined || !rights.has(`${link.register}.read`)) return <>{children}</>
  return (
    <Link to={`/${link.register}`} search={{ filter: link.filter }} className="report-link">
      {children}
    </Link>
  )
}
