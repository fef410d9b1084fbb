import { adoptBackups, checkBackup, drill } from './drill'
import { copyElsewhere } from './elsewhere'
import { makeBackup } from './make'
import { previewRestore, stageRestore } from './restore'
import { sealBackups } from './seal'

export const backupsTasks = {
  'backups.adopt': adoptBackups,
  'backups.check': checkBackup,
  'backups.copyElsewhere': copyElsewhere,
  'backups.drill': drill,
  'backups.make': makeBackup,
  'backups.preview': previewRestore,
  'backups.seal': sealBackups,
  'backups.stage': stageRestore,
}
