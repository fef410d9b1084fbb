import { spawn, type ChildProcess } from 'node:child_process'

/** A virtual display of the tests' own, for any user of this machine. */
export class Display {
  readonly name: string
  readonly #server: ChildProcess

  private constructor(name: string, server: ChildProcess) {
    this.name = name
    this.#server = server
  }

  /** Starts one; the server itself chooses a number that is free. */
  static async start(): Promise<Display> {
    const args = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-ac']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const number = await new Promise<string>((resolve, reject) => {
      server.once('error', reject)
      server.once('exit', () => reject(new Error('Xvfb did not start')))
      server.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    })
    return new Display(`:${number}`, server)
  }

  stop(): void {
    this.#server.kill()
  }
}
