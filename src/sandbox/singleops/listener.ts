import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Exchange } from './connection.ts'

/** An HTTP server that can go away and come back on the same port. */
export class Listener {
  readonly #host: string
  readonly #serve: (exchange: Exchange) => void
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined
  #up = new AbortController()
  #port: number

  constructor(host: string, port: number, serve: (exchange: Exchange) => void) {
    this.#host = host
    this.#port = port
    this.#serve = serve
  }

  get port(): number {
    return this.#port
  }

  async open(): Promise<void> {
    if (this.#server) return
    const up = new AbortController()
    const server = createServer((request, response) => {
      // Writing to somebody who has gone is an event of its own; that they have gone is seen by the answer's close.
      response.on('error', () => response.destroy())
      this.#serve({ request, response, down: up.signal })
    })
    server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    server.once('error', reject)
    server.listen(this.#port, this.#host, resolve)
    await promise
    this.#server = server
    this.#up = up
    this.#port = toPort(server.address())
  }

  /** Refuses new connections and cuts open ones. */
  async shut(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    const { promise, resolve } = Promise.withResolvers<void>()
    server.close(() => resolve())
    this.#up.abort()
    for (const socket of this.#sockets) socket.resetAndDestroy()
    await promise
  }
}

function toPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
