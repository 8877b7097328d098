import { cut, DisconnectedError, type Exchange } from './connection.ts'

// Far more than all fields filled up to their caps.
const MAX_BYTES = 1_000_000

/** Gives `too-large` without keeping the rest; throws when the other side breaks off. `cutHalfWay`: breaks the connection in the middle. */
export function readBody(exchange: Exchange, cutHalfWay: boolean): Promise<Uint8Array | 'too-large'> {
  const { request } = exchange
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | 'too-large'>()
  const chunks: Uint8Array[] = []
  const half = Number(request.headers['content-length'] ?? 0) / 2
  let bytes = 0
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.byteLength
    if (bytes <= MAX_BYTES) chunks.push(chunk)
    if (cutHalfWay && bytes >= half) reject(cut(exchange))
    if (bytes > MAX_BYTES) resolve('too-large')
  })
  request.once('end', () => (cutHalfWay ? reject(cut(exchange)) : resolve(Buffer.concat(chunks))))
  request.once('error', () => reject(new DisconnectedError('abandoned')))
  request.once('close', () => reject(new DisconnectedError(exchange.down.aborted ? 'cut' : 'abandoned')))
  return promise
}
