import type { Events } from '@shared/contract/events'

/** What a window sends the data process over its port. Inputs and results are JSON text all the way. */
export type ToDataPort = { readonly id: number; readonly name: string; readonly input: string }

/** What the data process answers a window. */
export type FromDataPort = { readonly id: number; readonly result: string }

/** The first thing a window hears over its port: somebody is there. No call has this id. */
export const greeting: FromDataPort = { id: 0, result: '' }

/** A path behind a token. One that came from the page, dropped or pasted, is for reading only. */
export type Grant = { readonly token: string; readonly path: string; readonly mayWrite: boolean }

/** What the main process sends the data process; `window` comes with the port of a window. */
export type ToData =
  | { readonly kind: 'window'; readonly window: number }
  /** The window has been left alone, the screen locked or the machine sent to sleep; null means all of them. */
  | { readonly kind: 'lock'; readonly window: number | null; readonly reason: 'idle' | 'screen' | 'suspend' }
  | { readonly kind: 'windowClosed'; readonly window: number }
  | ({ readonly kind: 'grant' } & Grant)
  | { readonly kind: 'printed'; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'openedOutside'; readonly id: number; readonly opened: boolean }
  | { readonly kind: 'close' }

/** What the data process sends the main process. */
export type FromData =
  | { readonly kind: 'ready'; readonly sqlite: string }
  /** `window` null: for all of them. */
  | {
      readonly kind: 'event'
      readonly name: keyof Events
      readonly payload: string
      readonly window: number | null
    }
  /** After how many minutes of nobody at the machine windows lock; 0 for never. */
  | { readonly kind: 'lockAfter'; readonly minutes: number }
  | { readonly kind: 'print'; readonly id: number; readonly html: string }
  /** Have the system's own program open a copy of an attachment. */
  | { readonly kind: 'openOutside'; readonly id: number; readonly path: string }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'closed' }
