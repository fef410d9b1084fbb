import { RecordPage, type AnyRow } from '../registers'
import { Headcounts } from './Headcounts'
import { TenantCounts } from './TenantCounts'
import { TenantHead } from './TenantHead'

/** One tenant on a page of its own, with its requests, incidents and head-counts. */
export function TenantPage() {
  return <RecordPage register="tenants" head={head} more={more} />
}

function head(row: AnyRow) {
  return <TenantHead row={row} />
}

function more(row: AnyRow) {
  return (
    <>
      <TenantCounts id={row.id} />
      <Headcounts id={row.id} />
    </>
  )
}
