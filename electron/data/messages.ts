import type { Events } from '@shared/contract/contract'

/** What the main process sends the data process. Inputs and results are JSON text all the way to the window. */
export type ToData =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: string }
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'printed'; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'close' }

/** What the data process sends the main process. */
export type FromData =
  | { readonly kind: 'ready'; readonly sqlite: string }
  | { readonly kind: 'result'; readonly id: number; readonly result: string }
  | { readonly kind: 'event'; readonly name: keyof Events; readonly payload: string }
  | { readonly kind: 'print'; readonly id: number; readonly html: string }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'closed' }
