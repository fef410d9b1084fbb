import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that notes whoever comes. */
export type Listener = {
  readonly origin: string
  readonly port: number
  readonly visits: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts a server nobody should ever reach. */
export async function listen(): Promise<Listener> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end()
  })
  server.on('connection', () => visits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    visits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
