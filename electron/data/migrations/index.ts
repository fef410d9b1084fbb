import { registers } from './0010-registers'
import { indexes } from './0020-indexes'
import { changeLog } from './0030-change-log'
import { searchAndDrafts } from './0040-search-and-drafts'
import { statistics } from './0050-statistics'
import { accounts } from './0060-accounts'
import { audit } from './0070-audit'
import { attachments } from './0080-attachments'
import { backups } from './0090-backups'
import { clocks } from './0100-clocks'
import { details } from './0110-details'
import { codes } from './0120-codes'
import { workflow } from './0130-workflow'
import { undo } from './0140-undo'
import { views } from './0150-views'
import type { Migration } from './migration'

/** Every step in order. */
export const migrations: readonly Migration[] = [
  registers,
  indexes,
  changeLog,
  searchAndDrafts,
  statistics,
  accounts,
  audit,
  attachments,
  backups,
  clocks,
  details,
  codes,
  workflow,
  undo,
  views,
]

/** The structure this version of Parkdesk works with. */
export const currentVersion = migrations.at(-1)?.version ?? 0
