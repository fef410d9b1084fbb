import type { MessagePortMain } from 'electron'
import { greeting, type FromDataPort, type ToDataPort } from './messages'
import type { Router } from './router'

/** Answers the calls of one window over its own port; the main process gave it to a page it trusts and to no other. */
export function serveWindow(port: MessagePortMain, window: number, route: Router): void {
  port.on('message', (event) => {
    const call: unknown = event.data
    if (!isCall(call)) return
    void route(call.name, call.input, window).then((result) => {
      const answer: FromDataPort = { id: call.id, result }
      port.postMessage(answer)
    })
  })
  port.start()
  port.postMessage(greeting)
}

function isCall(value: unknown): value is ToDataPort {
  if (typeof value !== 'object' || value === null) return false
  if (!('id' in value) || !('name' in value) || !('input' in value)) return false
  return typeof value.id === 'number' && typeof value.name === 'string' && typeof value.input === 'string'
}
