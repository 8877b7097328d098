import { createServer, type RequestListener, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the app answers by itself, beside what comes from Slack. */
export type OwnPages = { readonly paths: readonly string[]; readonly answer: RequestListener }

export type HttpServer = {
  /** Resolves with the port that was taken. */
  listen(port: number): Promise<number>
  /** Takes nothing new; resolves when all connections are closed. */
  close(): Promise<void>
  /** Breaks off what is left. */
  closeAllConnections(): void
}

// Slack sends its headers and up to a few hundred kB at once. Whoever drips them ties up a connection, and nobody needs 500 of those.
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 30_000,
  keepAliveTimeoutBuffer: 1_000,
}
const MOST_CONNECTIONS = 500

/** One server for the operators' pages and for what `others` answers. */
export function createHttpServer(
  own: OwnPages,
  others: RequestListener,
  limits: ServerOptions = LIMITS,
): HttpServer {
  const server = createServer(limits, (request, response) => {
    // What is no address at all ("//") must not throw here: nobody would catch it.
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname
    if (path !== undefined && own.paths.includes(path)) own.answer(request, response)
    else others(request, response)
  })
  server.maxConnections = MOST_CONNECTIONS

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, () => {
          server.off('error', reject)
          resolve((server.address() as AddressInfo).port)
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
    closeAllConnections: () => server.closeAllConnections(),
  }
}
