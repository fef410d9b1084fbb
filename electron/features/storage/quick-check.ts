import type { Verification } from '@shared/features/storage/storage'
import { openReadable } from '../../data/connection'
import { mustBeSound } from '../../data/quick-check'
import { toAppError } from '../../data/sqlite-errors'
import type { TaskContext } from '../../data/task'

/** Task: looks the park through for damage; much faster than `verify`, which compares everything with everything. */
export function quickCheck(_input: { readonly file: null }, context: TaskContext): Verification {
  const db = openReadable(context.folder)
  try {
    mustBeSound(db)
    return { ok: true, problems: [] }
  } catch (error) {
    const failure = toAppError(error)
    if (failure.code !== 'database_damaged') throw failure
    return { ok: false, problems: [{ kind: 'database', detail: String(failure.params['detail'] ?? '') }] }
  } finally {
    db.close()
  }
}
