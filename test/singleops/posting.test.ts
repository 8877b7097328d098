import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createPoster, type Poster } from '../../src/singleops/posting.ts'
import { httpAnswer, type RawServer, startRawServer } from './raw-server.ts'
import { someSettings } from './settings.ts'

const never = () => new AbortController().signal
const disposables: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const dispose of disposables.splice(0)) await dispose()
})

async function aServer(...parameters: Parameters<typeof startRawServer>): Promise<RawServer> {
  const server = await startRawServer(...parameters)
  disposables.push(async () => server[Symbol.asyncDispose]())
  return server
}

function aPoster(
  baseUrl: string,
  deadlines: Partial<ReturnType<typeof someSettings>['posting']> = {},
): Poster {
  const settings = someSettings(baseUrl)
  const poster = createPoster({ ...settings, posting: { ...settings.posting, ...deadlines } })
  disposables.push(() => poster.close())
  return poster
}

describe('createPoster', () => {
  it('gives status, Retry-After and body of any answer', async () => {
    const server = await aServer((socket) => socket.end(httpAnswer(429, '{"a":1}', { 'retry-after': '7' })))

    const result = await aPoster(server.baseUrl).post('jobs', { job: 1 }, never())

    expect(result).toEqual({ kind: 'answered', answer: { status: 429, retryAfter: '7', body: '{"a":1}' } })
    expect(server.received[0]).toMatch(/^POST \/api\/v1\/jobs HTTP\/1.1\r\n.*\r\n\r\n\{"job":1\}$/su)
  })

  it('does not follow a redirect', async () => {
    const server = await aServer((socket) => socket.end(httpAnswer(302, '', { location: '/elsewhere' })))

    const result = await aPoster(server.baseUrl).post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'answered', answer: { status: 302 } })
    expect(server.connections()).toBe(1)
  })

  it('has sent nothing when the connection is refused', async () => {
    const server = await startRawServer(() => undefined)
    await server[Symbol.asyncDispose]()

    const result = await aPoster(server.baseUrl).post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'not-sent', error: { code: 'ECONNREFUSED' } })
  })

  it('has sent nothing when the name is unknown', async () => {
    const result = await aPoster('http://singleops.invalid/api/v1/').post('jobs', {}, never())

    expect(result.kind).toBe('not-sent')
  })

  it('has sent nothing when TLS fails', async () => {
    const server = await aServer(
      () => undefined,
      (socket) => socket.end('HTTP/1.1 400 no TLS here\r\n\r\n'),
    )

    const result = await aPoster(server.baseUrl.replace('http:', 'https:')).post(
      'jobs',
      { secret: 1 },
      never(),
    )

    expect(result.kind).toBe('not-sent')
    expect(server.received.join()).not.toContain('secret')
  })

  it('has sent nothing when the TLS handshake gets no answer in time', async () => {
    const server = await aServer(() => undefined)

    const poster = aPoster(server.baseUrl.replace('http:', 'https:'), { connectMs: 30 })
    const result = await poster.post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'not-sent', error: { code: 'UND_ERR_CONNECT_TIMEOUT' } })
  })

  it('may have been heard when the connection breaks after the request', async () => {
    const server = await aServer((socket) => socket.resetAndDestroy())

    const result = await aPoster(server.baseUrl).post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'no-answer', status: undefined })
  })

  it('may have been heard when the server hangs up before reading', async () => {
    const server = await aServer(
      () => undefined,
      (socket) => socket.resetAndDestroy(),
    )

    const result = await aPoster(server.baseUrl).post('jobs', { filler: 'x'.repeat(100_000) }, never())

    expect(['no-answer', 'not-sent']).toContain(result.kind)
    expect(server.received[0] === '' || result.kind === 'no-answer').toBe(true)
  })

  it('may have been heard when the headers come too late', async () => {
    const server = await aServer(() => undefined)

    const result = await aPoster(server.baseUrl, { headersMs: 30 }).post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'no-answer', error: { code: 'UND_ERR_HEADERS_TIMEOUT' } })
  })

  it('may have been heard when the body stops half way', async () => {
    const server = await aServer((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n{"success":'),
    )

    const result = await aPoster(server.baseUrl, { bodyMs: 30 }).post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'no-answer', status: 200 })
  })

  it('may have been heard when the connection breaks within the answer', async () => {
    const server = await aServer((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n{"success":'),
    )

    const result = await aPoster(server.baseUrl).post('jobs', {}, never())

    expect(result).toMatchObject({ kind: 'no-answer', status: 200 })
  })

  it('may have been heard when it is broken off while SingleOps thinks', async () => {
    const aborting = new AbortController()
    const server = await aServer(() => aborting.abort())

    const result = await aPoster(server.baseUrl).post('jobs', {}, aborting.signal)

    expect(result.kind).toBe('no-answer')
  })

  it('has sent nothing when it is broken off before it had a connection', async () => {
    const result = await aPoster('http://127.0.0.1:9/').post('jobs', {}, AbortSignal.abort())

    expect(result.kind).toBe('not-sent')
  })

  it('uses each connection once, even when SingleOps would keep it open', async () => {
    const server = await aServer((socket) =>
      socket.write(httpAnswer(200, '{}', { connection: 'keep-alive' })),
    )
    const poster = aPoster(server.baseUrl)

    await poster.post('jobs', {}, never())
    await poster.post('jobs', {}, never())

    expect(server.connections()).toBe(2)
  })

  it('breaks off what is under way when it is closed', async () => {
    const arrived = Promise.withResolvers<void>()
    const server = await aServer(() => arrived.resolve())
    const poster = aPoster(server.baseUrl)
    const posting = poster.post('jobs', {}, never())
    await arrived.promise

    await poster.close()

    expect((await posting).kind).toBe('no-answer')
  })

  it('posts as many at a time as it may, and the others after them', async () => {
    const sockets: (() => void)[] = []
    const arrivals = createServer()
    const server = await aServer((socket) => {
      sockets.push(() => socket.end(httpAnswer(200, '{}')))
      arrivals.emit('arrived')
    })
    const poster = aPoster(server.baseUrl, { concurrency: 1 })

    const first = once(arrivals, 'arrived')
    const posts = [poster.post('jobs', {}, never()), poster.post('jobs', {}, never())]
    await first
    const second = once(arrivals, 'arrived')
    expect(server.connections()).toBe(1)
    sockets[0]?.()
    await second
    sockets[1]?.()

    expect((await Promise.all(posts)).map(({ kind }) => kind)).toEqual(['answered', 'answered'])
  })
})
