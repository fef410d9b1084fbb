import { z } from 'zod'
import { answers, command, query } from '../../contract/define'
import { dialogSizes, linkKinds, type DialogSize, type Link, type LinkedRequest } from './link'

const ofRequest = { requestId: z.uuid() }
const { least, most } = dialogSizes

/** Links between requests. */
export const linksContract = {
  of: query({
    right: 'requests.read',
    input: z.strictObject(ofRequest),
    output: answers<readonly Link[]>(),
  }),
  /** Errors: `link_circle`, `link_exists`, `not_found`. */
  add: command({
    right: 'requests.write',
    input: z.strictObject({ ...ofRequest, kind: z.enum(linkKinds), otherId: z.uuid() }),
    output: answers<readonly Link[]>(),
  }),
  remove: command({
    right: 'requests.write',
    input: z.strictObject({ ...ofRequest, id: z.uuid() }),
    output: answers<readonly Link[]>(),
  }),
  /**
   * Requests by number, by any of their words in any script, or by their tenant, the newest first; without a text the
   * newest of the same tenant.
   */
  candidates: query({
    right: 'requests.read',
    input: z.strictObject({
      ...ofRequest,
      text: z.string().max(200),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: answers<readonly LinkedRequest[]>(),
  }),
  /** How large whoever asks has made the dialog. */
  dialogSize: query({
    right: 'requests.read',
    input: z.strictObject({}),
    output: answers<DialogSize>(),
  }),
  keepDialogSize: command({
    right: 'requests.read',
    input: z.strictObject({
      width: z.number().int().min(least.width).max(most.width),
      height: z.number().int().min(least.height).max(most.height),
    }),
    output: answers<null>(),
  }),
}
