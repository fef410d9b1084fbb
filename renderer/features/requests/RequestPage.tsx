import { ClocksCard } from '../clocks'
import { DetailsCard } from '../details'
import { RecordPage, type AnyRow } from '../registers'
import { MoveBar } from '../workflow'
import { RequestHead } from './RequestHead'

/** One service request on a page of its own. */
export function RequestPage() {
  return <RecordPage register="requests" head={head} below={below} more={more} />
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

function below(row: AnyRow) {
  return <DetailsCard request={row} />
}
