import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import { cut, DisconnectedError, type Exchange, pause } from './connection.ts'
import type { Fault } from './fault.ts'

/** Sends the answer in the manner of the fault; resolves when all of it is on its way, and throws when it can't be. */
export async function sendAnswer(
  exchange: Exchange,
  answer: Answer,
  fault: Fault | undefined,
): Promise<void> {
  const { response } = exchange
  if (response.destroyed) throw new DisconnectedError('abandoned')
  const bytes = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.byteLength })
  if (fault?.kind === 'reset' && fault.when === 'mid-answer') {
    await write(response, bytes.subarray(0, bytes.byteLength >> 1))
    throw cut(exchange)
  }
  if (fault?.kind === 'drip') await drip(exchange, bytes, fault)
  else response.end(bytes)
  await whenSent(exchange)
}

/** Leaves the other side waiting; throws when it gives up or the server goes down. */
export async function staySilent({ response, down }: Exchange): Promise<never> {
  if (!response.destroyed) await new Promise<void>((resolve) => response.once('close', () => resolve()))
  throw new DisconnectedError(down.aborted ? 'cut' : 'abandoned')
}

async function drip(
  exchange: Exchange,
  bytes: Uint8Array,
  { everyMs, bytes: step = 1 }: Extract<Fault, { kind: 'drip' }>,
): Promise<void> {
  const { response } = exchange
  response.flushHeaders()
  for (let start = 0; start < bytes.byteLength; start += Math.max(step, 1)) {
    await pause(exchange, everyMs)
    if (response.destroyed) throw new DisconnectedError('abandoned')
    await write(response, bytes.subarray(start, start + Math.max(step, 1)))
  }
  response.end()
}

function write(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  response.write(bytes, () => resolve())
  return promise
}

function whenSent({ response, down }: Exchange): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  if (response.writableFinished) resolve()
  response.once('finish', resolve)
  response.once('close', () => reject(new DisconnectedError(down.aborted ? 'cut' : 'abandoned')))
  return promise
}
