import type { WebFrameMain } from 'electron'
import { appOrigin } from '../origin'

/**
 * Whether a message comes from the top frame of one of our own pages (Electron checklist 17). The frame's own `origin`
 * is asked: Node gives every address of a scheme of one's own the origin `null`, another's like ours.
 */
export function isTrustedSender(frame: Pick<WebFrameMain, 'origin' | 'parent'> | null): boolean {
  try {
    return frame !== null && frame.parent === null && frame.origin === appOrigin
  } catch {
    // A frame that has gone meanwhile throws when it is asked anything.
    return false
  }
}
