import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { allOperations, eventNames } from '@shared/contract/contract'
import { callChannel, dropChannel, eventChannel } from '../ipc/channels'
import { callData } from './data-port'

// Text crosses instead of objects: copying one string through the context bridge costs a fraction of copying rows.
type Call = (inputText: string) => Promise<string>

const features: Record<string, Record<string, Call>> = {}
for (const [name, { place }] of allOperations()) {
  const [feature = '', operation = ''] = name.split('.')
  features[feature] ??= {}
  features[feature][operation] =
    place === 'data'
      ? (inputText) => callData(name, inputText)
      : (inputText) => ipcRenderer.invoke(callChannel, name, inputText)
}

/** Calls back with the payload alone; the event object never reaches the page. Answers how to stop. */
function on(name: string, listener: (payloadText: string) => void): () => void {
  if (!(eventNames as readonly string[]).includes(name)) throw new Error(`no event ${name}`)
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
})
