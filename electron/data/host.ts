import type { MessagePortMain } from 'electron'
import { hostname } from 'node:os'
import { soleOperator } from '@shared/contract/rights'
import { AppError } from '@shared/contract/result'
import type { Events } from '@shared/contract/contract'
import type { CommandContext } from './handlers'
import { Jobs } from './jobs'
import type { FromData, ToData } from './messages'
import { OpenPark } from './park'
import { PrintRequests } from './print-requests'
import { createRouter } from './router'
import { sqliteVersion } from './connection'
import { setWorkerFile } from './run-task'
import { serveWindow } from './serve-window'

/** The data process: the only owner of the database. It talks to the main process and to the windows that gave it a port. */

const folder = process.env['PARKDESK_DATA'] ?? ''
const port = process.parentPort

setWorkerFile(new URL('./worker.js', import.meta.url))

function send(message: FromData): void {
  port.postMessage(message)
}

function sendEvent<N extends keyof Events>(name: N, payload: Events[N]): void {
  send({ kind: 'event', name, payload: JSON.stringify(payload) })
}

const log = (line: string) => send({ kind: 'log', line })
const park = new OpenPark(folder)
const session = soleOperator()
const grants = new Map<string, string>()
const prints = new PrintRequests((id, html) => send({ kind: 'print', id, html }))
const jobs = new Jobs({
  folder,
  actor: session.actor,
  log,
  progress: (progress) => sendEvent('progress', progress),
})

function pathOf(token: string): string {
  const path = grants.get(token)
  if (path === undefined) throw new AppError('not_allowed', { name: 'file' })
  return path
}

const context: CommandContext = {
  get db() {
    return park.db
  },
  park,
  session,
  folder,
  now: () => Date.now(),
  workstation: hostname().slice(0, 60),
  pathOf,
  runTask: jobs.run,
  cancelJob: jobs.cancel,
  printPdf: prints.print,
  changed: (...registers) => {
    sendEvent('changed', { registers })
  },
}

const route = createRouter({ session: () => session, context: () => context, writable: jobs.writable, log })

function receive(message: ToData, ports: readonly MessagePortMain[]): void {
  switch (message.kind) {
    case 'window':
      for (const window of ports) serveWindow(window, route)
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
  if (!jobs.busy())
    sendEvent('changed', { registers: ['tenants', 'requests', 'incidents', 'settings', 'imports'] })
}, lookForChangesEvery)

send({ kind: 'ready', sqlite: sqliteVersion() })
