import { describe, expect, it } from 'vitest'
import { accountKey, userId } from '../../src/lead/ids.ts'
import type { Place, PostOutcome } from '../../src/notifications/ports.ts'
import type { Log } from '../../src/ops/log.ts'
import { createNotifier, type NotifierParts } from '../../src/slack/notifier.ts'
import { aContext, aDraft, aLead, NOW, SAM } from './messages/a-lead.ts'
import { ok, type Reaction, refusal, type SlackDouble, startSlackDouble } from './messages/slack-double.ts'

const CARD: Place = { kind: 'card', channel: 'C0LEADS' }
const THREAD: Place = { kind: 'thread', channel: 'C0IN', threadTs: '1700000000.000100' }
const TAKER: Place = { kind: 'taker', user: SAM }
const AT = { channel: 'C0LEADS', ts: '1764000000.000100' }

const STANDING = { isGuest: false, isDeactivated: false, isWorkspaceAdmin: false }

const posted = ok({ ts: '1764000000.000100', channel: 'C0LEADS' })

describe('show', () => {
  it('posts the card with the id of its post, and no previews', async () => {
    await using slack = await startSlackDouble(() => posted)

    const outcome = await aNotifier(slack).show(aLead(), CARD, 'post-1')

    expect(outcome).toEqual({ kind: 'posted', channel: 'C0LEADS', ts: '1764000000.000100' })
    expect(slack.calls).toMatchObject([
      {
        method: 'chat.postMessage',
        args: {
          channel: 'C0LEADS',
          text: 'Jane Smith · Tree Care · In SingleOps',
          metadata: { event_type: 'leadhand_post', event_payload: { post_id: 'post-1' } },
          unfurl_links: 'false',
          unfurl_media: 'false',
        },
      },
    ])
  })

  it('updates a message that stands there and keeps its metadata', async () => {
    await using slack = await startSlackDouble(() => ok())

    const outcome = await aNotifier(slack).show(aLead(), CARD, 'post-1', AT)

    expect(outcome).toEqual({ kind: 'posted', ...AT })
    expect(slack.calls).toMatchObject([
      { method: 'chat.update', args: { ...AT, metadata: { event_payload: { post_id: 'post-1' } } } },
    ])
  })

  it('names the taker without calling them, and mentions whoever Slack has no name for', async () => {
    await using slack = await startSlackDouble(() => posted)
    const people = {
      ask: async (user: string) => (user === SAM ? { ...STANDING, name: 'Sam <3' } : undefined),
    }
    const lead = aLead({ decidedBy: { user: userId('U0ANA'), how: 'fix' } })

    await aNotifier(slack, { people }).show(lead, CARD, 'post-1')

    const blocks = JSON.stringify(slack.calls[0]?.args.blocks)
    expect(blocks).toContain('Taken by Sam &lt;3')
    expect(blocks).toContain('fixed by <@U0ANA>')
  })

  it('replies in the thread of the message', async () => {
    await using slack = await startSlackDouble(() => posted)

    await aNotifier(slack).show(aLead(), THREAD, 'post-1')

    expect(slack.calls[0]?.args).toMatchObject({ channel: 'C0IN', thread_ts: '1700000000.000100' })
  })

  it('opens the direct conversation with the taker once', async () => {
    await using slack = await startSlackDouble(({ method }) =>
      method === 'conversations.open' ? ok({ channel: { id: 'D0SAM' } }) : posted,
    )
    const notifier = aNotifier(slack)

    await notifier.show(aLead({ state: 'refused' }), TAKER, 'post-1')
    await notifier.show(aLead({ state: 'unsure' }), TAKER, 'post-2')

    expect(slack.calls.map((call) => [call.method, call.args.channel ?? call.args.users])).toEqual([
      ['conversations.open', SAM],
      ['chat.postMessage', 'D0SAM'],
      ['chat.postMessage', 'D0SAM'],
    ])
  })

  it.each<[string, Reaction, PostOutcome]>([
    ['an archived channel', refusal('is_archived'), { kind: 'refused', code: 'is_archived' }],
    ['a channel without us', refusal('not_in_channel'), { kind: 'refused', code: 'not_in_channel' }],
    [
      'a rate limit',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'retry', code: 'ratelimited', afterMs: 7000 },
    ],
    ['a connection cut after sending', 'cut', { kind: 'unknown', code: 'ECONNRESET' }],
    ['a broken gateway', { status: 502 }, { kind: 'unknown', code: 'http_502' }],
    ['a server fault', refusal('internal_error'), { kind: 'unknown', code: 'internal_error' }],
    ['a pause of Slack', refusal('service_unavailable'), { kind: 'retry', code: 'service_unavailable' }],
  ])('tells what became of a post that met %s, after one try', async (_what, reaction, outcome) => {
    await using slack = await startSlackDouble(() => reaction)

    expect(await aNotifier(slack).show(aLead(), CARD, 'post-1')).toEqual(outcome)
    expect(slack.calls).toHaveLength(1)
  })

  it.each<[string, Reaction, PostOutcome]>([
    ['was deleted', refusal('message_not_found'), { kind: 'gone' }],
    ['got no answer, and may be updated again', 'cut', { kind: 'retry', code: 'ECONNRESET' }],
  ])('tells that a message to update %s', async (_what, reaction, outcome) => {
    await using slack = await startSlackDouble(() => reaction)

    expect(await aNotifier(slack).show(aLead(), CARD, 'post-1', AT)).toEqual(outcome)
  })

  it('knows that nothing was posted when the conversation could not be opened', async () => {
    await using slack = await startSlackDouble(() => 'cut')

    expect(await aNotifier(slack).show(aLead(), TAKER, 'post-1')).toEqual({
      kind: 'retry',
      code: 'ECONNRESET',
    })
  })

  it('logs the code and the lead, and nothing of the customer', async () => {
    await using slack = await startSlackDouble(() => refusal('is_archived'))
    const records: object[] = []

    await aNotifier(slack, { log: aLog(records) }).show(aLead(), CARD, 'post-1')

    expect(records).toEqual([{ leadId: aLead().id, place: 'card', kind: 'refused', code: 'is_archived' }])
  })
})

describe('findPosted', () => {
  const ours = (postId: string, ts: string) => ({
    ts,
    metadata: { event_type: 'leadhand_post', event_payload: { post_id: postId } },
  })

  it('finds our message by its post id, on whichever page it stands', async () => {
    await using slack = await startSlackDouble(({ args }) =>
      args.cursor === 'next'
        ? ok({ messages: [ours('post-1', '1764000001.000200')] })
        : ok({
            messages: [{ ts: '3', text: 'hello' }, ours('post-2', '2')],
            response_metadata: { next_cursor: 'next' },
          }),
    )

    const found = await aNotifier(slack).findPosted(CARD, 'post-1', NOW)

    expect(found).toEqual({ channel: 'C0LEADS', ts: '1764000001.000200' })
    expect(slack.calls[0]).toMatchObject({
      method: 'conversations.history',
      args: { include_all_metadata: 'true', channel: 'C0LEADS' },
    })
    expect(Number(slack.calls[0]?.args.oldest)).toBeLessThan(NOW / 1000)
  })

  it('looks into the thread for a reply', async () => {
    await using slack = await startSlackDouble(() => ok({ messages: [ours('post-1', '5')] }))

    expect(await aNotifier(slack).findPosted(THREAD, 'post-1', NOW)).toEqual({ channel: 'C0IN', ts: '5' })
    expect(slack.calls[0]).toMatchObject({
      method: 'conversations.replies',
      args: { channel: 'C0IN', ts: '1700000000.000100' },
    })
  })

  it('does not take a stranger’s metadata for ours', async () => {
    const strange = { ts: '5', metadata: { event_type: 'other_app', event_payload: { post_id: 'post-1' } } }
    await using slack = await startSlackDouble(() => ok({ messages: [strange] }))

    expect(await aNotifier(slack).findPosted(CARD, 'post-1', NOW)).toBeUndefined()
  })

  it('rejects when Slack does not answer, because nothing is known then', async () => {
    await using slack = await startSlackDouble(() => 'cut')

    await expect(aNotifier(slack).findPosted(CARD, 'post-1', NOW)).rejects.toMatchObject({
      name: 'SlackCallError',
      code: 'ECONNRESET',
    })
  })

  it('gives up looking where it may never read', async () => {
    await using slack = await startSlackDouble(() => refusal('missing_scope'))

    expect(await aNotifier(slack).findPosted(CARD, 'post-1', NOW)).toBeUndefined()
  })
})

describe('updateView', () => {
  it('updates the progress view of the lead', async () => {
    await using slack = await startSlackDouble(() => ok({ view: {} }))

    expect(await aNotifier(slack).updateView(aLead())).toBe(true)
    expect(slack.calls).toMatchObject([
      {
        method: 'views.update',
        args: { external_id: `lead:${aLead().id}`, view: { type: 'modal', callback_id: 'lead_result' } },
      },
    ])
  })

  it('waits for a view that Slack does not know yet', async () => {
    await using slack = await startSlackDouble(() =>
      slack.calls.length < 3 ? refusal('not_found') : ok({ view: {} }),
    )
    const clock = aClock()

    const updated = await aNotifier(slack, clock).updateView(aLead({ confirmedAt: NOW }))

    expect(updated).toBe(true)
    expect(slack.calls).toHaveLength(3)
  })

  it('gives up three seconds after confirming: the view was closed', async () => {
    await using slack = await startSlackDouble(() => refusal('not_found'))
    const clock = aClock()

    const updated = await aNotifier(slack, clock).updateView(aLead({ confirmedAt: NOW }))

    expect(updated).toBe(false)
    expect(clock.now() - NOW).toBeLessThanOrEqual(3000)
  })

  it('asks once about a view of long ago', async () => {
    await using slack = await startSlackDouble(() => refusal('not_found'))

    expect(await aNotifier(slack).updateView(aLead({ confirmedAt: NOW - 10_000 }))).toBe(false)
    expect(slack.calls).toHaveLength(1)
  })

  it('is false when Slack can not be reached', async () => {
    await using slack = await startSlackDouble(() => 'cut')

    expect(await aNotifier(slack).updateView(aLead())).toBe(false)
  })
})

describe('tell', () => {
  it('tells a channel', async () => {
    await using slack = await startSlackDouble(() => posted)
    const message = { kind: 'account-free', account: accountKey('main') } as const

    const outcome = await aNotifier(slack).tell({ channel: 'C0OFFICE' }, message)

    expect(outcome.kind).toBe('posted')
    expect(slack.calls[0]?.args).toMatchObject({
      channel: 'C0OFFICE',
      text: 'SingleOps lets Leadhand in again. The leads that were kept go now.',
    })
  })

  it('tells a person directly', async () => {
    await using slack = await startSlackDouble(({ method }) =>
      method === 'conversations.open' ? ok({ channel: { id: 'D0SAM' } }) : posted,
    )

    await aNotifier(slack).tell(SAM, { kind: 'singleops-down', account: accountKey('main'), leads: 6 })

    expect(slack.calls.at(-1)?.args).toMatchObject({
      channel: 'D0SAM',
      text: 'SingleOps is down. Your 6 leads are kept and go by themselves.',
    })
  })
})

describe('remind', () => {
  const direct = ok({ channel: { id: 'D0SAM' } })

  it('writes to the taker about the unfinished draft', async () => {
    await using slack = await startSlackDouble(({ method }) =>
      method === 'conversations.open' ? direct : posted,
    )

    await aNotifier(slack).remind(aDraft())

    expect(slack.calls.at(-1)?.args).toMatchObject({ channel: 'D0SAM' })
  })

  it('rejects when it may be tried again', async () => {
    await using slack = await startSlackDouble(({ method }) =>
      method === 'conversations.open' ? direct : refusal('service_unavailable'),
    )

    await expect(aNotifier(slack).remind(aDraft())).rejects.toMatchObject({ code: 'service_unavailable' })
  })

  it('does not write twice after a lost answer', async () => {
    await using slack = await startSlackDouble(({ method }) =>
      method === 'conversations.open' ? direct : 'cut',
    )

    await expect(aNotifier(slack).remind(aDraft())).resolves.toBeUndefined()
  })
})

function aNotifier(slack: SlackDouble, parts: Partial<NotifierParts> = {}) {
  return createNotifier({
    client: slack.client,
    settings: {
      botToken: 'xoxb-test',
      signingSecret: 'secret',
      apiUrl: 'https://slack.com/api/',
      port: 0,
      ...aContext().settings,
    },
    now: () => NOW,
    log: aLog([]),
    delay: async () => undefined,
    ...parts,
  })
}

/** A clock that moves only while somebody waits. */
function aClock() {
  let at = NOW
  return {
    now: () => at,
    delay: async (ms: number) => {
      at += ms
    },
  }
}

function aLog(records: object[]): Log {
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (fields) => void records.push(fields),
    error: (fields) => void records.push(fields),
    child: () => log,
  }
  return log
}
