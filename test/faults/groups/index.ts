import type { Group } from '../support/cases'
import { application } from './application'
import { killedAttachments, spoiltAttachments } from './attachments'
import { spoiltBackups } from './backups'
import { damagedParks, flippedBits } from './damage'
import { compounds } from './compound'
import { fullDisk, fullTargets, readOnly } from './disks'
import { brokenDisk, heldFiles, noRoom } from './errors'
import { hugeRows, jumpingClocks, newerParks, otherPrograms } from './guests'
import { instances } from './instances'
import { changedKeys, spoiltKeys } from './keys'
import { killedElsewhere, killedFiles, killedWrites } from './kills'
import { negativeControl, powerLoss } from './power-loss'
import { spoiltLogs } from './write-ahead-log'

/** Every part of the plan that injects faults, in the order of the plan. */
export const groups: readonly Group[] = [
  ...killedWrites,
  ...killedElsewhere,
  ...application,
  ...killedFiles,
  ...killedAttachments,
  ...changedKeys,
  ...powerLoss,
  ...negativeControl,
  ...noRoom,
  ...fullDisk,
  ...fullTargets,
  ...brokenDisk,
  ...readOnly,
  ...heldFiles,
  ...damagedParks,
  ...flippedBits,
  ...spoiltLogs,
  ...spoiltBackups,
  ...spoiltAttachments,
  ...spoiltKeys,
  ...instances,
  ...otherPrograms,
  ...jumpingClocks,
  ...newerParks,
  ...compounds,
  ...hugeRows,
]
