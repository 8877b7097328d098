import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One address for several processes, turn by turn, as a load balancer gives it. What a dead process leaves unanswered is cut. */
export type Balancer = AsyncDisposable & { readonly url: string; setPorts(ports: readonly number[]): void }

export async function startBalancer(): Promise<Balancer> {
  let ports: readonly number[] = []
  let turn = 0
  const server = createServer((incoming, response) => {
    turn += 1
    const port = ports[turn % ports.length]
    if (port === undefined) incoming.socket.destroy()
    else pass(incoming, response, port)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setPorts: (next) => {
      ports = next
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function pass(incoming: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = incoming
  // A connection of its own: a kept one may belong to a process that has died since.
  const options = { port, host: '127.0.0.1', method, path: url, headers, agent: false }
  const outgoing = request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  outgoing.on('error', () => incoming.socket.destroy())
  incoming.pipe(outgoing)
}
