import { app, type WebPreferences } from 'electron'

/** What every window runs with, that of printing too: sandboxed, isolated, nothing of Node and nothing experimental. */
export function guardedPreferences(): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    // A file or address dropped beside a field would otherwise take the window's place.
    navigateOnDragDrop: false,
    // The middle button has no use here but to open a window.
    disableBlinkFeatures: 'Auxclick',
    devTools: !app.isPackaged,
    spellcheck: false,
  }
}
