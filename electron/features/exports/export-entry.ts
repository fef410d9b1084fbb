import type { LogEntry } from '../../data/change-log'
import type { ExportInput, ExportResult } from './exports.tasks'

/** What the change log holds of an export: which rows left the park, in which file. */
export function exportEntry({ register, format, filter }: ExportInput, written: ExportResult): LogEntry {
  return {
    action: 'exported',
    register: 'exports',
    recordId: register,
    changes: {
      register: [null, register],
      rows: [null, written.rows],
      restricted: [null, written.restricted],
      format: [null, format],
      file: [null, written.fileName],
      filter: [null, filter === undefined ? null : JSON.stringify(filter)],
    },
  }
}
