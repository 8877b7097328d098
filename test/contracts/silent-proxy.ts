import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between a client and a server; can fall silent as a host does that has vanished: nothing is closed, nothing is answered. */
export type SilentProxy = AsyncDisposable & {
  readonly port: number
  /** What is connected now hears nothing any more; new connections are passed on. */
  fallSilent(): void
}

export async function startSilentProxy(to: {
  readonly host: string
  readonly port: number
}): Promise<SilentProxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const server = createServer((incoming) => {
    const outgoing = connect(to.port, to.host)
    const pair = [incoming, outgoing] as const
    pairs.add(pair)
    incoming.pipe(outgoing).pipe(incoming)
    for (const socket of pair) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        for (const one of pair) one.destroy()
        pairs.delete(pair)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent() {
      for (const [incoming, outgoing] of pairs) {
        incoming.unpipe(outgoing).pause()
        outgoing.unpipe(incoming).pause()
      }
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await closed
    },
  }
}
