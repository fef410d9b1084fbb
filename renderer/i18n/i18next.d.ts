import 'i18next'
import type attachments from '@resources/locales/en/attachments.json'
import type accounts from '@resources/locales/en/accounts.json'
import type audit from '@resources/locales/en/audit.json'
import type backups from '@resources/locales/en/backups.json'
import type checklists from '@resources/locales/en/checklists.json'
import type comments from '@resources/locales/en/comments.json'
import type clocks from '@resources/locales/en/clocks.json'
import type codes from '@resources/locales/en/codes.json'
import type common from '@resources/locales/en/common.json'
import type details from '@resources/locales/en/details.json'
import type drafts from '@resources/locales/en/drafts.json'
import type errors from '@resources/locales/en/errors.json'
import type exports from '@resources/locales/en/exports.json'
import type forms from '@resources/locales/en/forms.json'
import type history from '@resources/locales/en/history.json'
import type imports from '@resources/locales/en/imports.json'
import type incidents from '@resources/locales/en/incidents.json'
import type links from '@resources/locales/en/links.json'
import type manual from '@resources/locales/en/manual.json'
import type overview from '@resources/locales/en/overview.json'
import type registers from '@resources/locales/en/registers.json'
import type reports from '@resources/locales/en/reports.json'
import type requests from '@resources/locales/en/requests.json'
import type search from '@resources/locales/en/search.json'
import type settings from '@resources/locales/en/settings.json'
import type shell from '@resources/locales/en/shell.json'
import type storage from '@resources/locales/en/storage.json'
import type tenants from '@resources/locales/en/tenants.json'
import type workflow from '@resources/locales/en/workflow.json'
import type undo from '@resources/locales/en/undo.json'
import type views from '@resources/locales/en/views.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'common'
    readonly keySeparator: false
    readonly returnNull: false
    readonly resources: {
      readonly attachments: typeof attachments
      readonly accounts: typeof accounts
      readonly audit: typeof audit
      readonly backups: typeof backups
      readonly checklists: typeof checklists
      readonly comments: typeof comments
      readonly clocks: typeof clocks
      readonly codes: typeof codes
      readonly common: typeof common
      readonly details: typeof details
      readonly drafts: typeof drafts
      readonly errors: typeof errors
      readonly exports: typeof exports
      readonly forms: typeof forms
      readonly history: typeof history
      readonly imports: typeof imports
      readonly incidents: typeof incidents
      readonly links: typeof links
      readonly manual: typeof manual
      readonly overview: typeof overview
      readonly registers: typeof registers
      readonly reports: typeof reports
      readonly requests: typeof requests
      readonly search: typeof search
      readonly settings: typeof settings
      readonly shell: typeof shell
      readonly storage: typeof storage
      readonly tenants: typeof tenants
      readonly workflow: typeof workflow
      readonly undo: typeof undo
      readonly views: typeof views
    }
  }
}
