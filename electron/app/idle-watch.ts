import { powerMonitor } from 'electron'

type Reason = 'idle' | 'screen' | 'suspend'

const lookEveryMs = 5_000

/** Says when nobody is at the machine: no key and no mouse for some minutes, the screen locked, the machine asleep. */
export class IdleWatch {
  readonly #leave: (reason: Reason) => void
  #minutes = 0

  constructor(leave: (reason: Reason) => void) {
    this.#leave = leave
    powerMonitor.on('lock-screen', () => this.#left('screen'))
    powerMonitor.on('suspend', () => this.#left('suspend'))
    setInterval(() => {
      if (this.#minutes > 0 && powerMonitor.getSystemIdleTime() >= this.#minutes * 60) this.#left('idle')
    }, lookEveryMs)
  }

  /** After how many minutes that is; 0 for never, as in a park without accounts. */
  lockAfter(minutes: number): void {
    this.#minutes = minutes
  }

  #left(reason: Reason): void {
    if (this.#minutes > 0) this.#leave(reason)
  }
}
