/** Copies the data process has asked the main process to have opened by another program, and who waits for it. */
export class OutsideRequests {
  readonly #ask: (id: number, path: string) => void
  readonly #waiting = new Map<number, (opened: boolean) => void>()
  #last = 0

  constructor(ask: (id: number, path: string) => void) {
    this.#ask = ask
  }

  /** Whether another program took the file. */
  readonly open = (path: string): Promise<boolean> =>
    new Promise((resolve) => {
      this.#last += 1
      this.#waiting.set(this.#last, resolve)
      this.#ask(this.#last, path)
    })

  answer(id: number, opened: boolean): void {
    this.#waiting.get(id)?.(opened)
    this.#waiting.delete(id)
  }
}
