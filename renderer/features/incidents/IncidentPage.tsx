import { RecordPage } from '../registers'
import { IncidentHead } from './IncidentHead'

/** One security incident on a page of its own. */
export function IncidentPage() {
  return <RecordPage register="incidents" head={(row) => <IncidentHead row={row} />} />
}
