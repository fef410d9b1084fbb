import type { FeatureContract, Operation } from './define'
import { accountsContract } from '../features/accounts/accounts.contract'
import { attachmentsContract } from '../features/attachments/attachments.contract'
import { auditContract } from '../features/audit/audit.contract'
import { backupsContract } from '../features/backups/backups.contract'
import { checklistsContract } from '../features/checklists/checklists.contract'
import { commentsContract } from '../features/comments/comments.contract'
import { clocksContract } from '../features/clocks/clocks.contract'
import { detailsContract } from '../features/details/details.contract'
import { codesContract } from '../features/codes/codes.contract'
import { draftsContract } from '../features/drafts/drafts.contract'
import { exportsContract } from '../features/exports/exports.contract'
import { historyContract } from '../features/history/history.contract'
import { importsContract } from '../features/imports/imports.contract'
import { incidentsContract } from '../features/incidents/incidents.contract'
import { overviewContract } from '../features/overview/overview.contract'
import { linksContract } from '../features/links/links.contract'
import { reportsContract } from '../features/reports/reports.contract'
import { requestsContract } from '../features/requests/requests.contract'
import { searchContract } from '../features/search/search.contract'
import { settingsContract } from '../features/settings/settings.contract'
import { shellContract } from '../features/shell/shell.contract'
import { storageContract } from '../features/storage/storage.contract'
import { tenantsContract } from '../features/tenants/tenants.contract'
import { workflowContract } from '../features/workflow/workflow.contract'
import { undoContract } from '../features/undo/undo.contract'
import { viewsContract } from '../features/views/views.contract'

/** Every operation there is. Router, preload, client and tests are derived from it. */
export const contract = {
  accounts: accountsContract,
  attachments: attachmentsContract,
  audit: auditContract,
  backups: backupsContract,
  checklists: checklistsContract,
  comments: commentsContract,
  clocks: clocksContract,
  details: detailsContract,
  codes: codesContract,
  drafts: draftsContract,
  exports: exportsContract,
  history: historyContract,
  imports: importsContract,
  incidents: incidentsContract,
  links: linksContract,
  overview: overviewContract,
  reports: reportsContract,
  requests: requestsContract,
  search: searchContract,
  settings: settingsContract,
  shell: shellContract,
  storage: storageContract,
  tenants: tenantsContract,
  workflow: workflowContract,
  undo: undoContract,
  views: viewsContract,
} as const satisfies Record<string, FeatureContract>

export type Contract = typeof contract
export type FeatureName = keyof Contract

/** A full operation name as it crosses the bridge: `requests.page`. */
export type OperationName = { [F in FeatureName]: `${F}.${keyof Contract[F] & string}` }[FeatureName]

/** `[name, operation]` of every operation of every feature. */
export function allOperations(): readonly (readonly [OperationName, Operation])[] {
  return Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations as FeatureContract).map(
      ([name, operation]) => [`${feature}.${name}` as OperationName, operation] as const,
    ),
  )
}
