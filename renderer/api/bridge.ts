import type { Contract, FeatureName } from '@shared/contract/contract'
import type { Events } from '@shared/contract/events'
import type { ChosenFile } from '@shared/features/shell/shell.contract'

type BridgeFunction = (inputJson: string) => Promise<string>

/**
 * What the preload script puts at `window.parkdesk`. Values cross as JSON text: one string is copied much faster than
 * the context bridge copies the objects of a page of rows.
 */
export type Bridge = {
  readonly features: {
    readonly [F in FeatureName]: { readonly [O in keyof Contract[F]]: BridgeFunction }
  }
  /** Listens to an event of the application; the answer stops listening. */
  readonly on: (event: keyof Events, listener: (payloadJson: string) => void) => () => void
  /** A file dropped on the window, as if it had been chosen in a dialog. */
  readonly droppedFile: (file: File) => Promise<ChosenFile>
  /** A pasted picture, which lies in no file yet, as if it had been chosen in a dialog; null for what is too large or cannot be kept. */
  readonly pastedPicture: (name: string, bytes: ArrayBuffer) => Promise<ChosenFile>
}

declare global {
  interface Window {
    readonly parkdesk: Bridge
  }
}
