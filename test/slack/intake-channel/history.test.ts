import { readFileSync } from 'node:fs'
import { WebClient } from '@slack/web-api'
import { expect, it, onTestFinished } from 'vitest'
import { startWorkspace } from '../../../src/sandbox/workspace/workspace.ts'
import { SlackCallError } from '../../../src/slack/api-error.ts'
import { ONE_TRY } from '../../../src/slack/call-slack.ts'
import { createIdentity } from '../../../src/slack/identity.ts'
import { createChannelHistory } from '../../../src/slack/intake-channel/history.ts'

const MANIFEST = readFileSync(new URL('../../../slack-manifest.yml', import.meta.url), 'utf8')

async function startHistory() {
  const ws = await startWorkspace({ manifest: MANIFEST, eventRetryDelaysMs: [] })
  onTestFinished(() => ws.close())
  const client = new WebClient(ws.botToken, { slackApiUrl: ws.url, ...ONE_TRY })
  return { ws, client, history: createChannelHistory(client, createIdentity(client, ws.botToken)) }
}

it('reads page by page what was said since, oldest first, and leaves out what it said itself', async () => {
  const { ws, client, history } = await startHistory()
  const channel = ws.channels['leads-inbox'].id
  const sam = ws.as('sam')
  const before = await sam.post('leads-inbox', 'before')
  const said: string[] = []
  for (let at = 0; at < 205; at += 1) said.push(await sam.post('leads-inbox', `number ${at}`))
  await client.chat.postMessage({ channel, text: 'a card of ours' })
  const last = await sam.post('leads-inbox', 'last')

  const { arrivals, newest } = await history.since(channel, before)

  expect(arrivals.map(({ ts }) => ts)).toEqual([...said, last])
  expect(newest).toBe(last)
  expect(ws.calls('conversations.history').length).toBeGreaterThan(1)
})

it('rejects when a page can not be read, so that nothing counts as read', async () => {
  const { ws, history } = await startHistory()
  ws.setFault({ method: 'conversations.history', status: 500 })

  const reading = history.since(ws.channels['leads-inbox'].id, '0')

  await expect(reading).rejects.toThrow(SlackCallError)
})

it('reads nothing while it does not know who it is', async () => {
  const { ws, history } = await startHistory()
  ws.setFault({ method: 'auth.test', status: 500 })

  const reading = history.since(ws.channels['leads-inbox'].id, '0')

  await expect(reading).rejects.toThrow(SlackCallError)
})
