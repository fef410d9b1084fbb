import type { MessagePortMain } from 'electron'
import { hostname } from 'node:os'
import { AppError } from '@shared/contract/result'
import type { Events } from '@shared/contract/contract'
import { accountsOn, identifyAccount, lockAfterMinutes } from '../features/accounts'
import type { CommandContext } from './handlers'
import { Jobs } from './jobs'
import { Journal } from './journal'
import type { FromData, ToData } from './messages'
import { OpenPark } from './park'
import { PrintRequests } from './print-requests'
import { createRouter } from './router'
import { Sessions, type EndReason } from './sessions'
import { sqliteVersion } from './connection'
import { setWorkerFile } from './run-task'
import { serveWindow } from './serve-window'

/** The data process: the only owner of the database. It talks to the main process and to the windows that gave it a port. */

const folder = process.env['PARKDESK_DATA'] ?? ''
const port = process.parentPort
const workstation = hostname().slice(0, 60)
const now = () => Date.now()

setWorkerFile(new URL('./worker.js', import.meta.url))

function send(message: FromData): void {
  port.postMessage(message)
}

function sendEvent<N extends keyof Events>(name: N, payload: Events[N], window: number | null = null): void {
  send({ kind: 'event', name, payload: JSON.stringify(payload), window })
}

const log = (line: string) => send({ kind: 'log', line })
const park = new OpenPark(folder)
const grants = new Map<string, string>()
const prints = new PrintRequests((id, html) => send({ kind: 'print', id, html }))
const jobs = new Jobs({ folder, log, progress: (progress) => sendEvent('progress', progress) })

const isReady = () => park.state().state === 'ready'
const journal = new Journal({
  db: () => (isReady() ? park.db : undefined),
  workstation,
  now,
  writable: jobs.writable,
  isWriting: jobs.isWriting,
  log,
})

const sessions = new Sessions({
  parkState: () => park.state().state,
  accountsOn: () => accountsOn(park.db),
  identify: (accountId) => identifyAccount(park.db, accountId),
  notify: (window, reason) => sendEvent('session', { reason }, window),
  elapsed: () => performance.now(),
})

function pathOf(token: string): string {
  const path = grants.get(token)
  if (path === undefined) throw new AppError('not_allowed', { name: 'file' })
  return path
}

/** What handlers work with when a window calls them. */
function contextOf(window: number): CommandContext {
  const session = sessions.of(window)
  return {
    get db() {
      return park.db
    },
    park,
    session,
    sessions: sessions.access(window),
    enter: (entry) => journal.enter(entry, session.actor),
    folder,
    now,
    workstation,
    pathOf,
    runTask: (name, jobId, input) => jobs.run(session.actor, name, jobId, input),
    cancelJob: jobs.cancel,
    printPdf: prints.print,
    changed: (...registers) => {
      sendEvent('changed', { registers })
      tellLockAfter()
    },
  }
}

const route = createRouter({ context: contextOf, writable: jobs.writable, log })

let toldLockAfter = -1

/** The main process watches for nobody at the machine and must know for how long that is fine. */
function tellLockAfter(): void {
  const minutes = isReady() ? lockAfterMinutes(park.db) : 0
  if (minutes === toldLockAfter) return
  toldLockAfter = minutes
  send({ kind: 'lockAfter', minutes })
}

/** Ends the sessions of windows nobody is at; who they were is entered in the log. */
function lock(window: number | null, reason: string): void {
  for (const each of window === null ? sessions.windows() : [window]) endSession(each, 'locked', reason)
}

function endSession(window: number, how: EndReason, reason: string): void {
  const name = sessions.end(window, how)
  if (name === undefined) return
  journal.enter(
    { action: 'locked', register: 'accounts', recordId: name, changes: { reason: [null, reason] } },
    name,
  )
}

function receive(message: ToData, ports: readonly MessagePortMain[]): void {
  switch (message.kind) {
    case 'window':
      for (const each of ports) serveWindow(each, message.window, route)
      break
    case 'windowClosed':
      sessions.forget(message.window)
      break
    case 'lock':
      lock(message.window, message.reason)
      break
    case 'grant':
      grants.set(message.token, message.path)
      break
    case 'printed':
      prints.answer(message.id, message.bytes)
      break
    case 'close':
      park.close()
      send({ kind: 'closed' })
      break
  }
}

port.on('message', (event) => receive(event.data as ToData, event.ports))

// Another program, the command line for instance, may change the park while the window is open.
const lookForChangesEvery = 2000
let seenVersion = park.dataVersion()
setInterval(() => {
  const version = park.dataVersion()
  if (version === seenVersion) return
  seenVersion = version
  tellLockAfter()
  if (!jobs.busy())
    sendEvent('changed', { registers: ['tenants', 'requests', 'incidents', 'settings', 'imports', 'accounts'] })
}, lookForChangesEvery)

send({ kind: 'ready', sqlite: sqliteVersion() })
tellLockAfter()
