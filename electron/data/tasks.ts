import { attachmentsTasks } from '../features/attachments/attachments.tasks'
import { auditTasks } from '../features/audit/audit.tasks'
import { backupsTasks } from '../features/backups/backups.tasks'
import { clocksTasks } from '../features/clocks/clocks.tasks'
import { exportsTasks } from '../features/exports/exports.tasks'
import { importsTasks } from '../features/imports/imports.tasks'
import { reportsTasks } from '../features/reports/reports.tasks'
import { storageTasks } from '../features/storage/storage.tasks'
import type { Task } from './task'

/** Every long piece of work there is, by name. */
export const tasks = {
  ...attachmentsTasks,
  ...auditTasks,
  ...backupsTasks,
  ...clocksTasks,
  ...exportsTasks,
  ...importsTasks,
  ...reportsTasks,
  ...storageTasks,
}

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<N extends TaskName> =
  Tasks[N] extends Task<infer I, never> ? I : Parameters<Tasks[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>
