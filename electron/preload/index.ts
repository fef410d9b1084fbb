import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { allOperations, eventNames } from '@shared/contract/contract'
import type { Failure } from '@shared/contract/result'
import { callChannel, dropChannel, eventChannel, pictureChannel } from '../ipc/channels'
import { callData } from './data-port'

/** The answer to whatever is no text: anything else would be copied on its way, with whatever it holds. */
const notText = JSON.stringify({ ok: false, error: { code: 'invalid_input' } satisfies Failure })

// Text crosses instead of objects: copying one string through the context bridge costs a fraction of copying rows.
type Call = (inputText: string) => Promise<string>

const features: Record<string, Record<string, (inputText: unknown) => Promise<string>>> = {}
for (const [name, { place }] of allOperations()) {
  const [feature = '', operation = ''] = name.split('.')
  features[feature] ??= {}
  const call: Call =
    place === 'data'
      ? (inputText) => callData(name, inputText)
      : (inputText) => ipcRenderer.invoke(callChannel, name, inputText)
  features[feature][operation] = (inputText: unknown) =>
    typeof inputText === 'string' ? call(inputText) : Promise.resolve(notText)
}

/** Calls back with the payload alone; the event object never reaches the page. Answers how to stop. */
function on(name: string, listener: (payloadText: string) => void): () => void {
  if (!(eventNames as readonly string[]).includes(name)) throw new Error('no such event')
  if (typeof listener !== 'function') throw new TypeError('a listener is a function')
  const forward = (_event: unknown, sent: string, payload: string) => {
    if (sent === name) listener(payload)
  }
  ipcRenderer.on(eventChannel, forward)
  return () => {
    ipcRenderer.off(eventChannel, forward)
  }
}

contextBridge.exposeInMainWorld('parkdesk', {
  features,
  on,
  droppedFile: (file: File) => ipcRenderer.invoke(dropChannel, webUtils.getPathForFile(file)),
  pastedPicture: (name: string, bytes: ArrayBuffer) => ipcRenderer.invoke(pictureChannel, name, bytes),
})
