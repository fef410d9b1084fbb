import { ipcRenderer } from 'electron'
import type { Failure } from '@shared/contract/result'
import { greeting, type FromDataPort, type ToDataPort } from '../data/messages'
import { connectChannel } from '../ipc/channels'

/** The page's own line to the data process. */

const stopped: Failure = { code: 'data_process_stopped' }
const stoppedResult = JSON.stringify({ ok: false, error: stopped })

const waiting = new Map<number, (result: string) => void>()
let last = greeting.id
let line: Promise<MessagePort | undefined> = connect()

/**
 * Asks the main process for a line until somebody answers on it: a process that is just ending may still be given one.
 * undefined when the main process has given the data process up.
 */
async function connect(): Promise<MessagePort | undefined> {
  for (;;) {
    const port = await requestPort()
    if (!port || (await isAnswered(port))) return port
  }
}

function requestPort(): Promise<MessagePort | undefined> {
  return new Promise((resolve) => {
    ipcRenderer.once(connectChannel, (event) => resolve(event.ports[0]))
    ipcRenderer.send(connectChannel)
  })
}

/** Whether the data process greets at the other end, or has gone. */
function isAnswered(port: MessagePort): Promise<boolean> {
  return new Promise((resolve) => {
    port.addEventListener('message', (event: MessageEvent<FromDataPort>) => {
      if (event.data.id === greeting.id) resolve(true)
      waiting.get(event.data.id)?.(event.data.result)
      waiting.delete(event.data.id)
    })
    // Electron tells a port when the process at its other end has gone.
    port.addEventListener('close', () => {
      resolve(false)
      void renew(port)
    })
    port.start()
  })
}

/** Takes a new line where the present one has gone, and ends every call that was on it. */
async function renew(gone: MessagePort): Promise<void> {
  if ((await line) !== gone) return
  line = connect()
  const ended = [...waiting.values()]
  waiting.clear()
  for (const resolve of ended) resolve(stoppedResult)
}

/** Carries out an operation beside the database; input and answer are JSON text. */
export async function callData(name: string, input: string): Promise<string> {
  const port = await line
  if (!port) return stoppedResult
  return new Promise((resolve) => {
    last += 1
    waiting.set(last, resolve)
    port.postMessage({ id: last, name, input } satisfies ToDataPort)
  })
}
