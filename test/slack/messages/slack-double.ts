import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { ONE_TRY } from '../../../src/slack/call-slack.ts'

export type Call = { readonly method: string; readonly args: Readonly<Record<string, unknown>> }

/** What the double does with one call: an answer, a status, or the connection cut after the request was read. */
export type Reaction =
  | { readonly body: object }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'cut'

export type SlackDouble = AsyncDisposable & { readonly client: WebClient; readonly calls: readonly Call[] }

/** A server that answers the Web API as `react` says, and the client that talks to it the way the notifier's does. */
export async function startSlackDouble(react: (call: Call) => Reaction): Promise<SlackDouble> {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    const call = { method: request.url?.split('/').at(-1) ?? '', args: readForm(await readBody(request)) }
    calls.push(call)
    const reaction = react(call)
    if (reaction === 'cut') return void request.socket.destroy()
    if ('status' in reaction) return void response.writeHead(reaction.status, reaction.headers).end('{}')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reaction.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    calls,
    client: new WebClient('xoxb-test', {
      slackApiUrl: `http://127.0.0.1:${port}/api/`,
      ...ONE_TRY,
      logger: silent,
    }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const ok = (fields: object = {}): Reaction => ({ body: { ok: true, ...fields } })
export const refusal = (error: string): Reaction => ({ body: { ok: false, error } })

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function readForm(body: string): Record<string, unknown> {
  return Object.fromEntries([...new URLSearchParams(body)].map(([key, value]) => [key, readValue(value)]))
}

// The client writes nested values as JSON.
const readValue = (value: string): unknown => (/^[[{]/u.test(value) ? JSON.parse(value) : value)

const ignore = (): void => undefined

export const silent = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => 'error' as never,
  setName: ignore,
}
