import type { MessagePortMain } from 'electron'
import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/contract/result'
import type { Events } from '@shared/contract/events'
import { accountsOn, identifyAccount, lockAfterMinutes } from '../features/accounts'
import type { CommandContext } from './handlers'
import { Jobs } from './jobs'
import { Journal } from './journal'
import type { FromData, Grant, ToData } from './messages'
import { OpenPark } from './park'
import { OutsideRequests } from './outside-requests'
import { PrintRequests } from './print-requests'
import { createRouter } from './router'
import { setBeforeMigration } from './before-migration'
import { Housekeeper } from './housekeeping'
import { backupBeforeMigration, backupsHousekeeping } from '../features/backups'
import { AnchorKeeper } from '../features/audit'
import { attachmentsHousekeeping } from '../features/attachments'
import { watchHealth } from '../features/storage'
import { Sessions, type EndReason } from './sessions'
import { sqliteVersion } from './connection'
import { setWorkerFile } from './run-task'
import { serveWindow } from './serve-window'
import type { WritableDb } from './sql'
import { readOnlyWorkstation, workstationOf } from './workstation'

/** The data process: the only owner of the database. It talks to the main process and to the windows that gave it a port. */

const folder = process.env['PARKDESK_DATA'] ?? ''
const port = process.parentPort
const now = () => Date.now()

setWorkerFile(new URL('./worker.js', import.meta.url))

function send(message: FromData): void {
  port.postMessage(message)
}

function sendEvent<N extends keyof Events>(name: N, payload: Events[N], window: number | null = null): void {
  send({ kind: 'event', name, payload: JSON.stringify(payload), window })
}

setBeforeMigration(backupBeforeMigration)

const log = (line: string) => send({ kind: 'log', line })
const park = new OpenPark(folder, { failed: () => sendEvent('changed', { registers: ['storage'] }) })
const grants = new Map<string, Grant>()
const prints = new PrintRequests((id, html) => send({ kind: 'print', id, html }))
const outside = new OutsideRequests((id, path) => send({ kind: 'openOutside', id, path }))
const jobs = new Jobs({ folder, log, progress: (progress) => sendEvent('progress', progress) })

const isReady = () => park.state().state === 'ready'
/** The park, where there is one that can be written to. */
const writablePark = () => (isReady() && !park.condition().readOnly ? park.db : undefined)

let named: { readonly db: WritableDb; readonly name: string } | undefined

/** Name of this workstation in the change log; a restored park gives it another one. */
function workstation(): string {
  const db = writablePark()
  if (!db) return readOnlyWorkstation()
  if (named?.db !== db) named = { db, name: workstationOf(folder, db) }
  return named.name
}

const journal = new Journal({
  db: writablePark,
  workstation,
  now,
  writable: jobs.writable,
  isWriting: jobs.isWriting,
  log,
})

const anchors = new AnchorKeeper({ folder, db: writablePark, now, log })

const sessions = new Sessions({
  parkState: () => park.state().state,
  accountsOn: () => accountsOn(park.db),
  identify: (accountId) => identifyAccount(park.db, accountId),
  notify: (window, reason) => sendEvent('session', { reason }, window),
  elapsed: () => performance.now(),
})

function pathOf(token: string): string {
  const grant = grants.get(token)
  if (!grant) throw new AppError('not_allowed', { name: 'file' })
  return grant.path
}

function targetOf(token: string): string {
  const path = pathOf(token)
  if (grants.get(token)?.mayWrite !== true) throw new AppError('not_allowed', { name: 'file' })
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
    get workstation() {
      return workstation()
    },
    pathOf,
    targetOf,
    runTask: (name, jobId, input) => jobs.run(session.actor, name, jobId, input),
    cancelJob: jobs.cancel,
    printPdf: prints.print,
    openOutside: outside.open,
    changed: (...registers) => {
      sendEvent('changed', { registers })
      tellLockAfter()
      // A park made, restored, or with a key of its own since: what is done by itself begins anew.
      if (registers.includes('storage') || registers.includes('accounts')) housekeeper.begin()
    },
  }
}

const route = createRouter({ context: contextOf, writable: jobs.writable, log, suspect: park.suspect })

let toldLockAfter = -1

/** The main process watches for nobody at the machine and must know for how long that is fine. */
function tellLockAfter(): void {
  const minutes = isReady() ? lockAfterMinutes(park.db) : 0
  if (minutes === toldLockAfter) return
  toldLockAfter = minutes
  send({ kind: 'lockAfter', minutes })
}

/** For work nobody has asked for: a park that turns out damaged is given up, and the process goes on. */
function guarded(work: () => void): void {
  try {
    work()
  } catch (error) {
    log(`in passing: ${String(error)}`)
    park.suspect()
  }
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

/** An import or a backup that is running when everything ends has so long to take itself back. */
const stopMs = 5000

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
      grants.set(message.token, message)
      break
    case 'printed':
      prints.answer(message.id, message.bytes)
      break
    case 'openedOutside':
      outside.answer(message.id, message.opened)
      break
    case 'close':
      void jobs.stop(stopMs).then(async () => {
        await housekeeper.end()
        anchors.keep()
        park.close()
        send({ kind: 'closed' })
      })
      break
  }
}

port.on('message', (event) => receive(event.data as ToData, event.ports))

// Another program, the command line for instance, may change the park while the window is open.
const lookForChangesEvery = 2000
let seenVersion = park.dataVersion()
let seenState = JSON.stringify(park.state())
anchors.look()
setInterval(() => {
  anchors.look()
  const version = park.dataVersion()
  const state = JSON.stringify(park.state())
  if (state !== seenState) sendEvent('changed', { registers: ['storage'] })
  seenState = state
  if (version === seenVersion) return
  seenVersion = version
  guarded(tellLockAfter)
  if (!jobs.busy())
    sendEvent('changed', {
      registers: [
        'tenants',
        'requests',
        'incidents',
        'settings',
        'imports',
        'accounts',
        'attachments',
        'comments',
        'links',
        'checklists',
        'codes',
      ],
    })
}, lookForChangesEvery)

const housekeeper = new Housekeeper({
  features: [attachmentsHousekeeping, backupsHousekeeping],
  context: () => {
    const db = writablePark()
    if (!db) return undefined
    return {
      db,
      folder,
      now,
      workstation: workstation(),
      enter: (entry) => journal.enter(entry, ''),
      changed: (...registers) => sendEvent('changed', { registers }),
      runTask: (name, input) => jobs.run('', name, randomUUID(), input),
      busy: () => jobs.busy(),
      log,
    }
  },
  log,
})
housekeeper.begin()

watchHealth({
  get db() {
    return park.db
  },
  park,
  now,
  log,
  writable: jobs.writable,
  busy: () => jobs.busy(),
  runTask: (name, jobId, input) => jobs.run('', name, jobId, input),
  changed: (...registers) => sendEvent('changed', { registers }),
})

send({ kind: 'ready', sqlite: sqliteVersion() })
guarded(tellLockAfter)
