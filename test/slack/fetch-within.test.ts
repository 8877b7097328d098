import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { fetchWithin } from '../../src/slack/fetch-within.ts'

async function startSlack(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth.test`
}

/** Errors that nobody waited for would end the process. */
function watchUncaught(): readonly unknown[] {
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  return uncaught
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

it('sends the form and gives status, headers and text', async () => {
  const url = await startSlack(async (request, response) => {
    const { method, headers } = request
    const told = [method, headers['content-type'], headers['content-length'], await text(request)]
    response.writeHead(429, { 'retry-after': '7', 'x-oauth-scopes': 'commands, chat:write' })
    response.end(JSON.stringify(told))
  })

  const answer = await fetchWithin(5000)(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'text=caf%C3%A9',
  })

  expect(answer).toMatchObject({ ok: false, status: 429, url })
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(answer.headers.get('x-oauth-scopes')).toBe('commands, chat:write')
  expect(answer.headers.get('x-not-there')).toBeNull()
  expect(await answer.json()).toEqual(['POST', 'application/x-www-form-urlencoded', '14', 'text=caf%C3%A9'])
})

it.each([
  ['does not answer', () => undefined],
  ['answers by half', (_, response) => response.writeHead(200).write('{"ok":')],
] satisfies [string, RequestListener][])('gives up when Slack %s in time', async (_, answer) => {
  const uncaught = watchUncaught()
  const url = await startSlack(answer)

  await expect(fetchWithin(50)(url)).rejects.toMatchObject({ name: 'TimeoutError' })

  await nextTurn()
  expect(uncaught).toEqual([])
})

it('rejects when the connection breaks in the middle of the answer', async () => {
  const uncaught = watchUncaught()
  const url = await startSlack((_, response) => {
    response.writeHead(200).write('{"ok":', () => response.socket?.resetAndDestroy())
  })

  await expect(fetchWithin(5000)(url)).rejects.toMatchObject({ code: 'ECONNRESET' })

  await nextTurn()
  expect(uncaught).toEqual([])
})

it('follows no redirect', async () => {
  const url = await startSlack((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())

  await expect(fetchWithin(5000)(url)).resolves.toMatchObject({ ok: false, status: 302 })
})
