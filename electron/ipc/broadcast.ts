import { BrowserWindow } from 'electron'
import type { Events } from '@shared/contract/contract'
import { eventChannel } from './channels'

/** Tells every window of an event; the payload is JSON text. */
export function broadcast(name: keyof Events, payload: string): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, name, payload)
}

/** Tells the window that is in front. */
export function sendToFront<N extends keyof Events>(name: N, payload: Events[N]): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(eventChannel, name, JSON.stringify(payload))
}
