import type { Housekeeping } from '../../data/housekeeping'
import { hasAttachments } from './collect'

/** Removes what was begun and never belonged to anything. */
export const attachmentsHousekeeping: Housekeeping = {
  opened: async ({ folder, runTask }) => {
    if (hasAttachments(folder)) await runTask('attachments.collect', {})
  },
}
