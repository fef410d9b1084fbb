import type { Handlers } from '../../data/handlers'
import { mustFind, shown } from '../../data/records'
import { findRequest } from '../requests'
import { moveRequest, wayOf } from './move'
import { previewReassign, reassign, workloadOf } from './reassign'

export const workflowHandlers: Handlers<'workflow'> = {
  way: ({ id }, context) => wayOf(context, id),
  move: (wish, context) => {
    moveRequest(context, wish)
    return shown('requests', mustFind(findRequest(context.db, wish.id), 'requests'), context.session.rights)
  },
  workload: (_input, context) => workloadOf(context),
  reassignPreview: ({ source, to }, context) => previewReassign(context, source, to),
  reassign: ({ source, to, expected }, context) => reassign(context, source, to, expected),
}
