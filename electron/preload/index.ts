import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { eventNames } from '@shared/contract/events'
import type { Place } from '@shared/contract/define'
import type { Failure } from '@shared/contract/result'
import { callChannel, dropChannel, eventChannel, pictureChannel } from '../ipc/channels'
import { callData } from './data-port'
// A list and not the contract, whose schemas would have to be made before every page; a test holds the two together.
import operations from './operations.json'

/** The answer to whatever is no text: anything else would be copied on its way, with whatever it holds. */
const notText = JSON.stringify({ ok: false, error: { code: 'invalid_input' } satisfies Failure })

// Text crosses instead of objects: copying one string through the context bridge costs a fraction of copying rows.
type Call = (name: string, inputText: string) => Promise<string>

const calls: Readonly<Record<Place, Call>> = {
  data: callData,
  main: (name, inputText) => ipcRenderer.invoke(callChannel, name, inputText),
}

type Features = Record<string, Record<string, (inputText: unknown) => Promise<string>>>

/** A function for each operation there is; no other name leads anywhere. */
function featuresOf(places: Readonly<Record<Place, Readonly<Record<string, readonly string[]>>>>): Features {
  const features: Features = {}
  for (const place of ['data', 'main'] as const) {
    for (const [feature, names] of Object.entries(places[place])) {
      const functions = (features[feature] ??= {})
      for (const name of names)
        functions[name] = (inputText) =>
          typeof inputText === 'string'
            ? calls[place](`${feature}.${name}`, inputText)
            : Promise.resolve(notText)
    }
  }
  return features
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
  features: featuresOf(operations),
  on,
  droppedFile: (file: File) => ipcRenderer.invoke(dropChannel, webUtils.getPathForFile(file)),
  pastedPicture: (name: string, bytes: ArrayBuffer) => ipcRenderer.invoke(pictureChannel, name, bytes),
})
