import type { WebFrameMain } from 'electron'
import { appOrigin } from '../app-protocol'

/** Whether a message comes from the top frame of one of our own pages (Electron checklist 17). */
export function isTrustedSender(frame: Pick<WebFrameMain, 'origin' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin
}
