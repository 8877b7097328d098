import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

export type RawServer = AsyncDisposable & {
  readonly port: number
  readonly baseUrl: string
  /** What each connection has sent so far, in the order in which they came. */
  readonly received: string[]
  /** Resolves when this many connections were ended by the other side. */
  connections(): number
}

/** A server below HTTP, for answers that no HTTP server gives. `serve` is called once a whole request has arrived. */
export async function startRawServer(
  serve: (socket: Socket, request: string, connection: number) => void,
  onConnect?: (socket: Socket) => void,
): Promise<RawServer> {
  const received: string[] = []
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    const connection = received.push('') - 1
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // The other side may break off at any time; what it makes of it is what the test looks at.
    socket.on('error', () => socket.destroy())
    onConnect?.(socket)
    socket.on('data', (chunk) => {
      received[connection] += chunk.toString()
      if (isWhole(received[connection] ?? '')) serve(socket, received[connection] ?? '', connection)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}/api/v1/`,
    received,
    connections: () => received.length,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function isWhole(request: string): boolean {
  const [head = '', body = ''] = request.split('\r\n\r\n')
  const length = Number(/content-length: (\d+)/iu.exec(head)?.[1] ?? 0)
  return request.includes('\r\n\r\n') && Buffer.byteLength(body) >= length
}

export function httpAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} X\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${lines.join('')}\r\n${body}`
}
