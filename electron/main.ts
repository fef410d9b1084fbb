import { app, BrowserWindow, session } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registerAppScheme, serveApp } from './app/app-protocol'
import { DataClient } from './app/data-client'
import { ChosenFiles, shellHandlers } from './app/dialogs'
import { setMenuLanguage } from './app/menu'
import { printPdf } from './app/print'
import { confineSession } from './app/security/session'
import { refusedSwitch } from './app/security/switches'
import { openWindow } from './app/window'
import { isCommandLine, runCommandLine } from './cli/in-electron'
import { broadcast } from './ipc/broadcast'
import { registerRouter } from './ipc/router'
import { openLog } from './platform/log'
import { dataFolder } from './platform/paths'

const folder = dirname(fileURLToPath(import.meta.url))

/** The SQLite addon a package on the fallback runtime carries; elsewhere the library's own is right. */
function sqliteBinding(): Record<string, string> {
  const packaged = join(process.resourcesPath, 'native', 'better_sqlite3.node')
  const binding = process.env['PARKDESK_SQLITE_BINDING'] ?? (existsSync(packaged) ? packaged : undefined)
  return binding === undefined ? {} : { PARKDESK_SQLITE_BINDING: binding }
}

async function start(): Promise<void> {
  const data = dataFolder(process.argv)
  const log = openLog(data)
  const client = new DataClient({
    entry: join(folder, 'host.js'),
    env: { ...sqliteBinding(), PARKDESK_DATA: data, PARKDESK_LOCALE: app.getLocale() },
    onEvent: broadcast,
    printPdf,
    log,
  })
  confineSession(session.defaultSession)
  serveApp(session.defaultSession, join(folder, '../renderer'))
  const files = new ChosenFiles((token, path) => client.grant(token, path))
  registerRouter({
    handlers: shellHandlers(files, () => client.sqlite),
    connect: (port) => client.connect(port),
    grantDropped: (path) => files.add(path),
    log,
  })
  setMenuLanguage('en')
  openWindow(folder, log)
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  quitAfterClosing(client)
}

/** Quits only when the windows have closed, which keep what is being typed, and then the database. */
function quitAfterClosing(client: DataClient): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const windows = BrowserWindow.getAllWindows()
    // The last of them to close quits again.
    if (windows.length > 0) return windows.forEach((window) => window.close())
    void client.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`)
  app.exit(1)
}

registerAppScheme()
const bad = refusedSwitch()
if (bad) refuse(`Parkdesk does not start with --${bad}`)
else if (isCommandLine(process.argv)) void runCommandLine(process.argv, sqliteBinding())
else if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)
