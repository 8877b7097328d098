import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { expect, it } from 'vitest'
import { startWorkspace } from '../../../src/sandbox/workspace/workspace.ts'
import { MANIFEST } from './bolt-app.ts'

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string }
type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }

/** A workspace and an endpoint that gives these answers, one after the other, then 200. */
async function startEndpoint(...answers: Answer[]) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    const { status, headers = {}, body = '' } = answers.shift() ?? { status: 200 }
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const workspace = await startWorkspace({ manifest: MANIFEST, requestUrl: `http://127.0.0.1:${port}/` })
  return {
    workspace,
    received,
    async [Symbol.asyncDispose]() {
      await workspace.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

it('signs what it sends, under the exact content types of Slack', async () => {
  await using endpoint = await startEndpoint()
  const { workspace, received } = endpoint
  const ana = workspace.as('ana')

  await ana.command('/probe', 'two  words ')
  await ana.globalShortcut('new')
  await ana.post('leads', 'hello')

  expect(received.map(({ headers }) => headers['content-type'])).toEqual([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded',
    'application/json',
  ])
  for (const { headers, body } of received) {
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`
    const digest = createHmac('sha256', workspace.signingSecret).update(base).digest('hex')
    expect(headers['x-slack-signature']).toBe(`v0=${digest}`)
  }
  expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toMatchObject({
    command: '/probe',
    text: 'two  words',
    user_id: workspace.users.ana.id,
    is_enterprise_install: 'false',
  })
})

it('escapes the text of a command that asks for it', async () => {
  await using endpoint = await startEndpoint()

  await endpoint.workspace.as('ana').command('/escaped', 'call @sam about <oak> in #leads')

  expect(new URLSearchParams(endpoint.received[0]?.body).get('text')).toBe(
    'call <@U0SAM00000|sam> about &lt;oak&gt; in <#C0LEADS000|leads>',
  )
})

it('says why and how often it repeats an event', async () => {
  await using endpoint = await startEndpoint({ status: 500 }, { status: 302, headers: { location: '/' } })
  const { workspace, received } = endpoint

  await workspace.as('ana').post('leads', 'hello')
  await workspace.waitFor(() => workspace.pendingEventRetries() === 1)
  await workspace.retryEventsNow()

  expect(
    received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]),
  ).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'too_many_redirects'],
  ])
})

it('does not repeat an event when the app asks for that', async () => {
  await using endpoint = await startEndpoint({ status: 500, headers: { 'x-slack-no-retry': '1' } })

  await endpoint.workspace.as('ana').post('leads', 'hello')
  await endpoint.workspace.drain()

  expect(endpoint.received).toHaveLength(1)
  expect(endpoint.workspace.pendingEventRetries()).toBe(0)
})

it.each([
  ['a bad status', { status: 500 }],
  ['a redirect', { status: 302, headers: { location: '/' } }],
  ['a reply that is no message', { status: 200, body: '{"blocks":[{"type":"sofa"}]}' }],
])('shows a failed command for %s', async (_case, answer) => {
  await using endpoint = await startEndpoint(answer)

  const outcome = await endpoint.workspace.as('ana').command('/probe')

  expect(outcome).toMatchObject({ ok: false, error: 'dispatch_failed' })
})

it('keeps tokens out of what it notes about calls', async () => {
  await using endpoint = await startEndpoint()
  const { workspace } = endpoint

  const body = new URLSearchParams({ token: workspace.botToken })
  const answer = await fetch(`${workspace.url}auth.test`, { method: 'POST', body })

  expect(await answer.json()).toMatchObject({ ok: true, bot_id: workspace.app.bot_id })
  expect(JSON.stringify(workspace.traffic())).not.toContain(workspace.botToken)
})

it.each([
  ['no token', {}, 'not_authed'],
  ['a wrong token', { authorization: 'Bearer xoxb-wrong' }, 'invalid_auth'],
])('refuses a call with %s, under status 200', async (_case, headers, error) => {
  await using endpoint = await startEndpoint()

  const answer = await fetch(`${endpoint.workspace.url}auth.test`, { method: 'POST', headers })

  expect([answer.status, await answer.json()]).toEqual([200, { ok: false, error }])
})
