import { ChecklistCard } from '../checklists'
import { ClocksCard } from '../clocks'
import { DetailsCard } from '../details'
import { Timeline } from '../history'
import { LinksCard } from '../links'
import { RecordPage, type AnyRow } from '../registers'
import { MoveBar } from '../workflow'
import { RequestHead } from './RequestHead'

/** One service request on a page of its own. */
export function RequestPage() {
  return <RecordPage register="requests" head={head} below={below} more={more} history={history} />
}

function more(row: AnyRow) {
  return <ClocksCard id={row.id} />
}

function head(row: AnyRow) {
  return (
    <>
      <RequestHead row={row} />
      <MoveBar request={row} />
    </>
  )
}

function history(row: AnyRow) {
  return <Timeline key={row.id} id={row.id} isDeleted={row.deletedAt !== null} />
}

function below(row: AnyRow) {
  const isDeleted = row.deletedAt !== null
  return (
    <>
      <DetailsCard request={row} />
      <ChecklistCard key={`papers ${row.id}`} requestId={row.id} isDeleted={isDeleted} />
      <LinksCard key={`links ${row.id}`} requestId={row.id} isDeleted={isDeleted} />
    </>
  )
}
