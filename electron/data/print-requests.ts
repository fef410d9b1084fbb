import { AppError } from '@shared/contract/result'

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

/** Pages the data process has asked the main process to print, and who waits for them. */
export class PrintRequests {
  readonly #ask: (id: number, html: string) => void
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  constructor(ask: (id: number, html: string) => void) {
    this.#ask = ask
  }

  readonly print = (html: string): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      this.#last += 1
      this.#waiting.set(this.#last, { resolve, reject })
      this.#ask(this.#last, html)
    })

  /** The printed pages, or null when printing failed. */
  answer(id: number, bytes: Uint8Array | null): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (bytes) waiting?.resolve(bytes)
    else waiting?.reject(new AppError('printing_failed'))
  }
}
