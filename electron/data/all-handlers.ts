import { accountsHandlers } from '../features/accounts'
import { attachmentsHandlers } from '../features/attachments'
import { auditHandlers } from '../features/audit/audit.handlers'
import { backupsHandlers } from '../features/backups'
import { checklistsHandlers } from '../features/checklists'
import { commentsHandlers } from '../features/comments'
import { clocksHandlers } from '../features/clocks'
import { detailsHandlers } from '../features/details'
import { codesHandlers } from '../features/codes'
import { draftsHandlers } from '../features/drafts'
import { exportsHandlers } from '../features/exports/exports.handlers'
import { historyHandlers } from '../features/history'
import { importsHandlers } from '../features/imports/imports.handlers'
import { incidentsHandlers } from '../features/incidents'
import { linksHandlers } from '../features/links'
import { overviewHandlers } from '../features/overview'
import { reportsHandlers } from '../features/reports/reports.handlers'
import { requestsHandlers } from '../features/requests'
import { searchHandlers } from '../features/search'
import { settingsHandlers } from '../features/settings'
import { shellHandlers } from '../features/shell/shell.handlers'
import { storageHandlers } from '../features/storage/storage.handlers'
import { tenantsHandlers } from '../features/tenants'
import { workflowHandlers } from '../features/workflow'
import { undoHandlers } from '../features/undo'
import { viewsHandlers } from '../features/views'

/** The handlers of every feature that runs beside the database. */
export const handlers = {
  accounts: accountsHandlers,
  attachments: attachmentsHandlers,
  audit: auditHandlers,
  backups: backupsHandlers,
  checklists: checklistsHandlers,
  comments: commentsHandlers,
  clocks: clocksHandlers,
  details: detailsHandlers,
  codes: codesHandlers,
  drafts: draftsHandlers,
  exports: exportsHandlers,
  history: historyHandlers,
  imports: importsHandlers,
  incidents: incidentsHandlers,
  links: linksHandlers,
  overview: overviewHandlers,
  reports: reportsHandlers,
  requests: requestsHandlers,
  search: searchHandlers,
  settings: settingsHandlers,
  shell: shellHandlers,
  storage: storageHandlers,
  tenants: tenantsHandlers,
  workflow: workflowHandlers,
  undo: undoHandlers,
  views: viewsHandlers,
}
