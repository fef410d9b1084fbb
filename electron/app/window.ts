import { BrowserWindow, nativeTheme } from 'electron'
import { join } from 'node:path'
import { appOrigin } from './origin'
import { confineNavigation, isOwnPage } from './security/navigation'
import { guardedPreferences } from './security/preferences'

const ground = { light: '#f4f6f8', dark: '#11161c' } as const

/** Opens the window of the program: sandboxed, isolated, nothing of Node in it. */
export function openWindow(mainFolder: string, log: (line: string) => void): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: { ...guardedPreferences(), preload: join(mainFolder, '../preload/index.cjs') },
  })
  confineNavigation(window.webContents, isOwnPage)
  window.once('ready-to-show', () => window.show())
  // A page that died comes back by itself; drafts are in the database.
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`window ended: ${details.reason}`)
    if (details.reason !== 'clean-exit') window.webContents.reload()
  })
  window.webContents.on('unresponsive', () => log('window does not respond'))
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}
