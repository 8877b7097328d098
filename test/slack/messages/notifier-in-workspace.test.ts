import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { userId } from '../../../src/lead/ids.ts'
import type { Notifier, Place } from '../../../src/notifications/ports.ts'
import type { Workspace } from '../../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../../src/sandbox/workspace/workspace.ts'
import { ONE_TRY } from '../../../src/slack/call-slack.ts'
import { createNotifier } from '../../../src/slack/notifier.ts'
import { aContext, aLead } from './a-lead.ts'
import { silent } from './slack-double.ts'

let workspace: Workspace
let notifier: Notifier

beforeAll(async () => {
  workspace = await startWorkspace({ manifest: MANIFEST, requestUrl: 'http://127.0.0.1:9/slack/events' })
  const { url, botToken } = workspace
  notifier = createNotifier({
    client: new WebClient(botToken, { slackApiUrl: url, ...ONE_TRY, logger: silent }),
    settings: { botToken, signingSecret: 'x', apiUrl: url, port: 0, ...aContext().settings },
    now: Date.now,
    log: quiet,
  })
})

afterAll(() => workspace.close())

describe('the notifier in a workspace', () => {
  it('keeps one card up to date', async () => {
    const place = cardIn('leads')

    const first = await notifier.show(aLead({ state: 'queued' }), place, 'card-1')
    if (first.kind !== 'posted') throw new Error(first.kind)
    await notifier.show(aLead(), place, 'card-1', first)

    expect(workspace.messages('leads').map((message) => message.text)).toEqual([
      'Jane Smith · Tree Care · In SingleOps',
    ])
    expect(await notifier.findPosted(place, 'card-1', Date.now())).toMatchObject({ ts: first.ts })
  })

  it('finds a message whose answer was lost', async () => {
    const place: Place = { kind: 'taker', user: userId(workspace.users.sam.id) }
    workspace.setFault({ method: 'chat.postMessage', reset: true, afterProcessing: true, times: 1 })

    const outcome = await notifier.show(aLead({ state: 'refused' }), place, 'dm-1')
    const found = await notifier.findPosted(place, 'dm-1', Date.now())

    expect(outcome.kind).toBe('unknown')
    expect(found?.ts).toBe(workspace.dm('sam')[0]?.ts)
  })

  it('answers in the thread of a message', async () => {
    const { channel, ts } = await workspace.shareEmail('leads-inbox', {
      subject: 'Oak',
      from: { name: 'Jane Smith', address: 'jane@example.com' },
      plain_text: 'An oak fell on the fence.',
    })

    await notifier.show(aLead(), { kind: 'thread', channel, threadTs: ts }, 'reply-1')

    expect(workspace.messages('leads-inbox', { thread_ts: ts }).at(-1)?.text).toBe(
      'LH-7K2M9Q · In SingleOps · taken by <@U0SAM>',
    )
  })

  it('says that a channel was archived, to a post as to an update', async () => {
    const place = cardIn('general')
    const first = await notifier.show(aLead(), place, 'card-2')
    if (first.kind !== 'posted') throw new Error(first.kind)
    workspace.setChannel('general', { is_archived: true })

    const outcomes = [
      await notifier.show(aLead(), place, 'card-3'),
      await notifier.show(aLead(), place, 'card-2', first),
    ]

    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })
})

const cardIn = (name: 'leads' | 'general'): Place => ({
  kind: 'card',
  channel: workspace.channels[name].id,
})

const MANIFEST = {
  display_information: { name: 'Leadhand' },
  features: {
    bot_user: { display_name: 'Leadhand' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
  },
  oauth_config: {
    scopes: { bot: ['chat:write', 'im:write', 'im:history', 'channels:history', 'groups:history'] },
  },
  settings: {},
}

const nothing = (): void => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => quiet }
