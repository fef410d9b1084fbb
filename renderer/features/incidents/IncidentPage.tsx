import { RecordPage, type AnyRow } from '../registers'
import { IncidentHead } from './IncidentHead'

/** One security incident on a page of its own. */
export function IncidentPage() {
  return <RecordPage register="incidents" head={head} />
}

function head(row: AnyRow) {
  return <IncidentHead row={row} />
}
