import { app, BrowserWindow, Menu, session } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OutsideFiles } from './app/attachments'
import { registerAppScheme, serveApp } from './app/app-protocol'
import { DataClient } from './app/data-client'
import { ChosenFiles, shellHandlers } from './app/dialogs'
import { IdleWatch } from './app/idle-watch'
import { printPdf } from './app/print'
import { clearEnvironment } from './app/security/environment'
import { reportRefusals } from './app/security/refusals'
import { confineSession } from './app/security/session'
import { refusedSwitch } from './app/security/switches'
import { openWindow } from './app/window'
import { isCommandLine, runCommandLine } from './cli/in-electron'
import { broadcast } from './ipc/broadcast'
import { registerRouter } from './ipc/router'
import { openLog } from './platform/log'
import { dataFolder } from './platform/paths'
import { makeFilesPrivate } from './platform/private-files'

const folder = dirname(fileURLToPath(import.meta.url))

/** The SQLite addon a package carries; a checkout is told of one where the library's own does not fit its runtime. */
function sqliteBinding(): Record<string, string> {
  const packaged = join(process.resourcesPath, 'native', 'better_sqlite3.node')
  const binding = process.env['PARKDESK_SQLITE_BINDING'] ?? (existsSync(packaged) ? packaged : undefined)
  return binding === undefined ? {} : { PARKDESK_SQLITE_BINDING: binding }
}

async function start(): Promise<void> {
  const data = dataFolder(process.argv)
  const log = openLog(data)
  reportRefusals(log)
  const outside = new OutsideFiles(data, log)
  outside.wipe()
  const watch = new IdleWatch((reason) => client.lock(reason))
  const client: DataClient = new DataClient({
    entry: join(folder, 'host.js'),
    env: { ...sqliteBinding(), PARKDESK_DATA: data, PARKDESK_LOCALE: app.getLocale() },
    onEvent: (name, payload, window) => {
      if (name === 'session') outside.wipe()
      broadcast(name, payload, window)
    },
    onLockAfter: (minutes) => watch.lockAfter(minutes),
    printPdf,
    openOutside: (path) => outside.open(path),
    log,
  })
  confineSession(session.defaultSession)
  serveApp(session.defaultSession, join(folder, '../renderer'))
  const files = new ChosenFiles((grant) => client.grant(grant))
  registerRouter({
    handlers: shellHandlers(files, () => client.sqlite),
    connect: (port, window) => client.connect(port, window),
    grantDropped: (path) => files.add(path),
    grantPicture: (name, bytes) => files.add(outside.picture(name, bytes)),
    log,
  })
  // Not Electron's own, which has developers' tools in it; ours comes when the page says in which language.
  Menu.setApplicationMenu(null)
  const window = openWindow(folder, log)
  const { id } = window.webContents
  window.once('closed', () => client.windowClosed(id))
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => outside.wipe())
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

/** The first switch a package does not start with; a checkout is anybody's to look into. */
function badSwitch(isCommand: boolean): string | undefined {
  if (!app.isPackaged) return undefined
  const withoutSandbox = app.commandLine.hasSwitch('no-sandbox')
  return refusedSwitch({
    args: process.argv.slice(1),
    isCommand,
    isRoot: process.getuid?.() === 0,
    withoutSandbox,
  })
}

if (app.isPackaged) clearEnvironment(process.env)
makeFilesPrivate()
// Nothing here has a name to ask for, and no proxy to look for, whatever the system is set to.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
app.commandLine.appendSwitch('no-proxy-server')
registerAppScheme()
const isCommand = isCommandLine(process.argv)
const bad = badSwitch(isCommand)
if (bad) refuse(`Parkdesk does not start with --${bad}`)
else if (isCommand) void runCommandLine(process.argv, sqliteBinding())
else if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)
