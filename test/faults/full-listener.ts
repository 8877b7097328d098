import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A port where connecting takes for ever: its process listens, never accepts, and its queue is full. */
export type FullListener = AsyncDisposable & { readonly port: number }

const LISTEN = `
  const server = require('node:net').createServer()
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port))`

export async function startFullListener(): Promise<FullListener> {
  const child = spawn(process.execPath, ['-e', LISTEN], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await portOf(child)
  // Frozen, it accepts nothing; the kernel takes a few more connections for it and then drops what comes.
  child.kill('SIGSTOP')
  const filling: Socket[] = []
  while (filling.length < MOST_QUEUED && (await isTaken(port, filling)));
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of filling) socket.destroy()
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (!stdout) throw new Error('The listener says nothing')
  const [text] = await once(stdout, 'data')
  return Number(String(text))
}

/** False once a connection hangs. */
async function isTaken(port: number, filling: Socket[]): Promise<boolean> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  filling.push(socket)
  return await Promise.race([
    once(socket, 'connect').then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), HANGS_AFTER_MS)),
  ])
}

const MOST_QUEUED = 20
const HANGS_AFTER_MS = 500
