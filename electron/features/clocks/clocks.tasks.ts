import type { MovePreview } from '@shared/features/clocks/clocks.contract'
import type { ServiceLevels } from '@shared/features/clocks/service-levels'
import { openReadable, openWritable } from '../../data/connection'
import { inTransaction } from '../../data/sql'
import type { TaskContext } from '../../data/task'
import { workstationOf } from '../../data/workstation'
import { wantedClockwork } from './clockwork'
import { previewMoves } from './open-clocks'
import { saveWorkingTime, type Wanted } from './save'
import { countLevels } from './service-levels'

/** Task: which deadlines would move. Errors: those of `checkCalendar`, `deadline_too_far`, `cancelled`. */
function preview(wanted: Omit<Wanted, 'version'>, context: TaskContext): MovePreview {
  const db = openReadable(context.folder)
  try {
    const clockwork = wantedClockwork(db, wanted, Date.now())
    return previewMoves(db, clockwork, wanted.days, walkOf(context, 'checking'))
  } finally {
    db.close()
  }
}

/** Task: keeps working time and moves deadlines, all or, when stopped or failed, nothing. Errors: as `saveWorkingTime`. */
function save(wanted: Wanted, context: TaskContext): { readonly moved: number } {
  const db = openWritable(context.folder)
  try {
    wantedClockwork(db, wanted, Date.now())
    const workstation = workstationOf(context.folder, db)
    context.progress('writing', 0, null)
    const write = { actor: context.actor, workstation, now: Date.now(), batchId: null }
    return { moved: inTransaction(db, () => saveWorkingTime(db, wanted, write, walkOf(context, 'writing'))) }
  } finally {
    db.close()
  }
}

/** Task: how the promises of a month were kept. Errors: `period_invalid`, `cancelled`. */
function serviceLevels({ month }: { readonly month: string }, context: TaskContext): ServiceLevels {
  const db = openReadable(context.folder)
  try {
    return countLevels(db, month, walkOf(context, 'counting'))
  } finally {
    db.close()
  }
}

function walkOf(context: TaskContext, phase: 'checking' | 'writing' | 'counting') {
  return {
    step: (done: number, total: number | null) => {
      context.checkCancelled()
      context.progress(phase, done, total)
    },
  }
}

export const clocksTasks = {
  'clocks.preview': preview,
  'clocks.save': save,
  'clocks.serviceLevels': serviceLevels,
}
