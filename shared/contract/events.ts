import type { JobProgress } from '../kernel/job'
import type { RegisterName } from '../kernel/registers'

/** What the processes tell the window of themselves. */
export type Events = {
  /** Rows changed; null ids: many, look again at everything of the register. */
  readonly changed: {
    readonly registers: readonly (
      | RegisterName
      | 'settings'
      | 'drafts'
      | 'imports'
      | 'storage'
      | 'accounts'
      | 'audit'
      | 'backups'
      | 'attachments'
      | 'comments'
      | 'links'
      | 'checklists'
      | 'views'
      | 'clocks'
      | 'codes'
    )[]
  }
  readonly progress: JobProgress
  /** A menu command the window carries out. */
  readonly menu: { readonly command: MenuCommand }
  /** The session of this window ended or began: whoever is at it must be asked again. */
  readonly session: { readonly reason: 'signedIn' | 'signedOut' | 'locked' | 'expired' | 'ended' }
  /** The data process was started again after it had stopped. */
  readonly dataRestarted: { readonly at: number }
}

export const eventNames = [
  'changed',
  'progress',
  'menu',
  'session',
  'dataRestarted',
] as const satisfies (keyof Events)[]

export const menuCommands = [
  'newRequest',
  'newRecord',
  'save',
  'find',
  'print',
  'import',
  'export',
  'overview',
  'tenants',
  'requests',
  'incidents',
  'reports',
  'settings',
  'shortcuts',
  'lock',
  'manual',
  'about',
  'refresh',
] as const
export type MenuCommand = (typeof menuCommands)[number]
