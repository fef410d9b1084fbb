import { BrowserWindow } from 'electron'
import type { Events } from '@shared/contract/events'
import { eventChannel } from './channels'

/** Tells one window (by the id of its contents) or, with null, every window of an event; the payload is JSON text. */
export function broadcast(name: keyof Events, payload: string, only: number | null): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (only === null || webContents.id === only) webContents.send(eventChannel, name, payload)
  }
}

/** Tells the window that is in front. */
export function sendToFront<N extends keyof Events>(name: N, payload: Events[N]): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(eventChannel, name, JSON.stringify(payload))
}
