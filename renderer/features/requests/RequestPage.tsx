import { RecordPage } from '../registers'
import { RequestHead } from './RequestHead'

/** One service request on a page of its own. */
export function RequestPage() {
  return <RecordPage register="requests" head={(row) => <RequestHead row={row} />} />
}
