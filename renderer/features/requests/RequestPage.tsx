import { RecordPage, type AnyRow } from '../registers'
import { MoveBar } from '../workflow'
import { RequestHead } from './RequestHead'

/** One service request on a page of its own. */
export function RequestPage() {
  return <RecordPage register="requests" head={head} />
}

function head(row: AnyRow) {
  return (
    <>
      <RequestHead row={row} />
      <MoveBar request={row} />
    </>
  )
}
