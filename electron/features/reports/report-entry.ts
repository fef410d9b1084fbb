import { anchorText } from '@shared/features/audit/anchor'
import type { ReportFigures } from '@shared/features/reports/figures'
import type { LogEntry } from '../../data/change-log'
import type { SaveWish } from './save-reports'

/** What the change log holds of a report that was issued, with the anchor that stands on it. */
export function reportEntry(
  { languages, formats }: Pick<SaveWish, 'languages' | 'formats'>,
  { kind, period, log }: ReportFigures,
): LogEntry {
  return {
    action: 'made',
    register: 'reports',
    recordId: `${kind} ${period}`,
    changes: {
      languages: [null, languages.join(', ')],
      formats: [null, formats.join(', ')],
      anchor: [null, anchorText(log)],
    },
  }
}
