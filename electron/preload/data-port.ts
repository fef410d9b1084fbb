import { ipcRenderer } from 'electron'
import type { Failure } from '@shared/contract/result'
import type { FromDataPort, ToDataPort } from '../data/messages'
import { connectChannel } from '../ipc/channels'

/** The page's own line to the data process. */

const stopped: Failure = { code: 'data_process_stopped' }
const stoppedResult = JSON.stringify({ ok: false, error: stopped })

const waiting = new Map<number, (result: string) => void>()
let last = 0
let line: Promise<MessagePort | undefined> | undefined

function connect(): Promise<MessagePort | undefined> {
  return new Promise((resolve) => {
    ipcRenderer.once(connectChannel, (event) => {
      const [port] = event.ports
      if (port) listen(port)
      else line = undefined
      resolve(port)
    })
    ipcRenderer.send(connectChannel)
  })
}

function listen(port: MessagePort): void {
  port.addEventListener('message', (event: MessageEvent<FromDataPort>) => {
    waiting.get(event.data.id)?.(event.data.result)
    waiting.delete(event.data.id)
  })
  // Electron tells a port when the process at its other end has gone.
  port.addEventListener('close', reconnect)
  port.start()
}

/** Ends every call that waits, and takes a new line with the next one. */
export function reconnect(): void {
  line = undefined
  const ended = [...waiting.values()]
  waiting.clear()
  for (const resolve of ended) resolve(stoppedResult)
}

/** Carries out an operation beside the database; input and answer are JSON text. */
export async function callData(name: string, input: string): Promise<string> {
  line ??= connect()
  const port = await line
  if (!port) return stoppedResult
  return new Promise((resolve) => {
    last += 1
    waiting.set(last, resolve)
    port.postMessage({ id: last, name, input } satisfies ToDataPort)
  })
}

// Connected while the page loads, so that its first question does not wait for it.
line = connect()
