import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/extract/extraction.ts'
import { createInbox, type InboxDeps } from '../../src/intake/inbox/create-inbox.ts'
import { EmailNotThereYetError } from '../../src/intake/inbox/read-arrived.ts'
import type { Arrival, InboxMessage, ReplyContent, Said } from '../../src/intake/ports.ts'
import { inboxId, leadId, userId } from '../../src/lead/ids.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { NOON } from '../store/a-lead.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { ENGINES, type TestEngine } from './engines.ts'

const DAY = 24 * 3_600_000
const SAM = userId('U0SAM')
const OLIVIA = userId('U0OLIVIA')

const text = (words: string): Said => ({ input: { kind: 'text', text: words } })
const email = (words: string | undefined, needsFile?: Said['needsFile']): Said => ({
  input: {
    kind: 'email',
    subject: 'Hello',
    from: [],
    to: [],
    cc: [],
    attachments: [],
    ...(words && { text: words }),
  },
  ...(needsFile && { needsFile }),
})

const asExtraction = (isLead: boolean): Extraction => ({
  isLead,
  contact: {},
  address: {},
  evidence: {},
  choices: [],
  cut: false,
})

/** A Slack that keeps the replies, by their `ts`. */
function aSlack() {
  const replies = new Map<string, string>()
  return {
    replies,
    shown: [] as ReplyContent[],
    posted: undefined as string | undefined,
    answerIsLost: false,
    whole: undefined as { said: Said; messageId?: string; mayComeLater: boolean } | undefined,
    history: [] as Arrival[],
  }
}

describe.each(ENGINES)('the inbox on $name', ({ start }) => {
  let engine: TestEngine
  let store: Store
  let messages = 0

  beforeAll(async () => {
    engine = await start()
    store = await openStore({ ...(await engine.newPlace()), now: () => NOON, log: createMemoryLog() })
  })

  afterAll(async () => {
    await store[Symbol.asyncDispose]()
    await engine[Symbol.asyncDispose]()
  })

  /** The inbox with a Slack that can be looked into; jobs run when the test says so. */
  function setUp(parts: Partial<InboxDeps> = {}) {
    const slack = aSlack()
    const clock = { now: NOON }
    const inbox = createInbox({
      inbox: store.inbox,
      files: { complete: async (said) => slack.whole ?? { said, mayComeLater: false } },
      replies: {
        async show(content) {
          slack.shown.push(content)
          const ts = content.message.replyTs ?? `${slack.replies.size + 1}`
          slack.replies.set(ts, content.message.state)
          if (slack.answerIsLost) throw new RangeError('the answer was lost')
          return { kind: 'shown', ts }
        },
        findPosted: async () => slack.posted,
        async remove({ replyTs }) {
          slack.replies.delete(replyTs ?? '')
        },
      },
      history: {
        isDirect: (channel: string) => channel.startsWith('D'),
        since: async () => ({ arrivals: slack.history, newest: '1795495999.000000' }),
      },
      channels: [],
      read: (input) => asExtraction(JSON.stringify(input).includes('oak')),
      findLead: async () => undefined,
      now: () => clock.now,
      log: createMemoryLog(),
      ...parts,
    })
    const run = (id: string) =>
      inbox.handlers['read-message']({ key: id, topic: 'read-message', subject: id, runAt: NOON })
    return { inbox, slack, clock, run }
  }

  function anArrival(over: Partial<Arrival> = {}): Arrival {
    messages += 1
    return {
      channel: 'C0INBOX',
      ts: `1795495640.${String(messages).padStart(6, '0')}`,
      said: text('oak'),
      ...over,
    }
  }

  const find = async (arrival: Arrival): Promise<InboxMessage | undefined> =>
    store.inbox.find(inboxId(arrival))

  it('stores a message once, with the job that reads it', async () => {
    const { inbox } = setUp()
    const arrival = anArrival()
    const before = (await store.queue.depth(NOON))['read-message']?.waiting ?? 0

    const stored = [await inbox.receive(arrival), await inbox.receive(arrival)]

    expect(stored).toEqual([true, false])
    expect(await find(arrival)).toMatchObject({ state: 'stored', version: 1, said: text('oak') })
    expect((await store.queue.depth(NOON))['read-message']?.waiting).toBe(before + 1)
  })

  it('stores one of two that arrive at the same time', async () => {
    const { inbox } = setUp()
    const arrival = anArrival({ messageId: '<same@mail.example>' })
    const again = { ...anArrival(), messageId: '<same@mail.example>' }

    const stored = await Promise.all([inbox.receive(arrival), inbox.receive(again), inbox.receive(arrival)])

    expect(stored.filter(Boolean)).toHaveLength(1)
  })

  it('replies to a lead, once, and is silent about all else', async () => {
    const { inbox, slack, run } = setUp()
    const lead = anArrival()
    const chatter = anArrival({ said: text('lunch?') })
    const news = anArrival({ said: email('sale') })
    for (const arrival of [lead, chatter, news]) await inbox.receive(arrival)

    for (const arrival of [lead, chatter, news, lead]) await run(inboxId(arrival))

    expect([...slack.replies.values()]).toEqual(['offered'])
    expect(await find(lead)).toMatchObject({ state: 'offered', replyTs: '1' })
    expect((await find(chatter))?.said).toBeUndefined()
    const listed = (await inbox.withoutLead()).map(({ id }) => id)
    expect(listed).toContain(inboxId(news))
    expect(listed).not.toContain(inboxId(chatter))
  })

  it('looks for a reply whose answer was lost instead of posting another', async () => {
    const { inbox, slack, run } = setUp()
    const arrival = anArrival()
    await inbox.receive(arrival)
    slack.answerIsLost = true

    await expect(run(inboxId(arrival))).rejects.toThrow(RangeError)
    slack.answerIsLost = false
    slack.posted = '1'
    await run(inboxId(arrival))

    expect([...slack.replies.keys()]).toEqual(['1'])
    expect((await find(arrival))?.replyTs).toBe('1')
  })

  it('waits for the whole of an email, and after five minutes reads what there is', async () => {
    const { inbox, slack, clock, run } = setUp()
    const said = email('oak', { id: 'F1' })
    const arrival = anArrival({ said })
    await inbox.receive(arrival)
    slack.whole = { said, mayComeLater: true }

    await expect(run(inboxId(arrival))).rejects.toThrow(EmailNotThereYetError)
    clock.now += 6 * 60_000
    await run(inboxId(arrival))

    expect(await find(arrival)).toMatchObject({ state: 'offered', said: { needsFile: { id: 'F1' } } })
  })

  it('keeps what the file said, and knows by its Message-ID an email that arrived before', async () => {
    const { inbox, slack, run } = setUp()
    const first = anArrival({ said: email('oak'), messageId: '<late@mail.example>' })
    const second = anArrival({ said: email(undefined, { id: 'F2' }) })
    const third = anArrival({ said: email(undefined, { id: 'F3' }) })
    for (const arrival of [first, second, third]) await inbox.receive(arrival)

    slack.whole = { said: email('oak, whole'), messageId: 'late@mail.example', mayComeLater: false }
    await run(inboxId(second))
    slack.whole = { said: email('oak, whole'), messageId: 'other@mail.example', mayComeLater: false }
    await run(inboxId(third))

    expect(await find(second)).toMatchObject({ state: 'twin' })
    expect((await find(second))?.said).toBeUndefined()
    expect(await find(third)).toMatchObject({ state: 'offered', said: email('oak, whole') })
  })

  it('shows who is entering a message, and gives back what was stored', async () => {
    const { inbox, slack, run } = setUp()
    const arrival = anArrival()
    await inbox.receive(arrival)
    await run(inboxId(arrival))

    const begun = await inbox.begin(inboxId(arrival), SAM)
    const again = await inbox.begin(inboxId(arrival), OLIVIA)
    await run(inboxId(arrival))

    expect(begun).toMatchObject({
      before: { state: 'offered', said: text('oak') },
      extraction: { isLead: true },
    })
    expect(again?.before).toMatchObject({ state: 'entering', by: SAM })
    expect(slack.shown.at(-1)?.message).toMatchObject({ state: 'entering', by: OLIVIA })
    expect(slack.replies.size).toBe(1)
  })

  it('knows nothing of a message that never came in', async () => {
    const { inbox } = setUp()

    expect(await inbox.begin(inboxId('C0:1.2'), SAM)).toBeUndefined()
    expect(await inbox.dismiss(inboxId('C0:1.2'), SAM)).toBe(false)
    expect(await inbox.edit(anArrival())).toBe(false)
    expect(await inbox.remove(anArrival())).toBe(false)
  })

  it('shows what is true last, whatever changes while it is being shown', async () => {
    const { inbox, slack, run } = setUp()
    const arrival = anArrival()
    await inbox.receive(arrival)
    await run(inboxId(arrival))
    const { inbox: slower, run: runSlower } = setUp({
      replies: {
        async show({ message }) {
          if (message.state === 'entering') await slower.dismiss(inboxId(arrival), OLIVIA)
          slack.replies.set('1', message.state)
          return { kind: 'shown', ts: '1' }
        },
        findPosted: async () => undefined,
        remove: async () => undefined,
      },
    })

    await slower.begin(inboxId(arrival), SAM)
    await runSlower(inboxId(arrival))

    expect([...slack.replies]).toEqual([['1', 'not-a-lead']])
  })

  it('follows an edited message, and takes back what was shown of one that is no lead any more', async () => {
    const { inbox, slack, run } = setUp()
    const arrival = anArrival()
    await inbox.receive(arrival)
    await run(inboxId(arrival))

    const same = await inbox.edit(arrival)
    await inbox.edit({ ...arrival, said: text('oak and elm') })
    await run(inboxId(arrival))
    const followed = await find(arrival)
    await inbox.edit({ ...arrival, said: text('never mind') })
    await run(inboxId(arrival))

    expect(same).toBe(false)
    expect(followed).toMatchObject({ state: 'offered', said: text('oak and elm'), replyTs: '1' })
    expect(await find(arrival)).toMatchObject({ state: 'no-lead' })
    expect(slack.replies.size).toBe(0)
  })

  it('forgets a deleted message, but not that a lead was made of one', async () => {
    const { inbox, slack, run } = setUp()
    const arrival = anArrival()
    const entered = anArrival()
    for (const one of [arrival, entered]) {
      await inbox.receive(one)
      await run(inboxId(one))
    }
    await store.inbox.transaction(async (tx) => {
      const message = await tx.find(inboxId(entered))
      if (message) await tx.change(message, { state: 'entered', by: SAM, leadId: leadId('lead-1') }, NOON)
    })

    for (const one of [arrival, entered]) {
      await inbox.remove(one)
      await run(inboxId(one))
    }

    expect(await find(arrival)).toMatchObject({ state: 'deleted' })
    expect(await find(entered)).toMatchObject({ state: 'entered', leadId: 'lead-1' })
    expect((await find(arrival))?.said ?? (await find(entered))?.said).toBeUndefined()
    expect([...slack.replies.values()]).toEqual(['entered'])
    expect(await inbox.dismiss(inboxId(entered), OLIVIA)).toBe(false)
  })

  it('changes nothing for whoever saw an older version', async () => {
    const { inbox } = setUp()
    const arrival = anArrival()
    await inbox.receive(arrival)
    const change = () =>
      store.inbox.transaction((tx) =>
        tx.change({ id: inboxId(arrival), version: 1 }, { state: 'twin' }, NOON),
      )

    const changes = await Promise.all([change(), change()])

    expect(changes.filter(Boolean)).toHaveLength(1)
  })

  it('reads what it missed from where it last stood, and nothing from before its first start', async () => {
    const { inbox, slack } = setUp({ channels: ['C0GAPS'] })
    const missed = anArrival({ channel: 'C0GAPS' })
    slack.history = [missed]

    await inbox.closeGaps()
    const atFirst = await find(missed)
    await inbox.closeGaps()

    expect(atFirst).toBeUndefined()
    expect(await find(missed)).toMatchObject({ state: 'stored' })
    expect(await store.inbox.cursor('C0GAPS')).toBe('1795495999.000000')
  })

  it('stays where it stood in a channel that can not be read, and reads the others', async () => {
    const missed = anArrival({ channel: 'C0UP' })
    const failing = {
      isDirect: () => false,
      since: async (channel: string) => {
        if (channel === 'C0DOWN') throw new RangeError('no answer')
        return { arrivals: [missed], newest: '1795495999.000000' }
      },
    }
    const { inbox } = setUp({ channels: ['C0DOWN', 'C0UP'], history: failing })
    await store.inbox.setCursor('C0DOWN', '1795490000.000000')
    await store.inbox.setCursor('C0UP', '1795490000.000000')

    await inbox.closeGaps()

    expect(await store.inbox.cursor('C0DOWN')).toBe('1795490000.000000')
    expect(await find(missed)).toMatchObject({ state: 'stored' })
  })

  it('reads the direct messages again that it knows, from when it first knew of them', async () => {
    const { inbox, slack } = setUp({ channels: [] })
    const missed = anArrival({ channel: 'D0ANA' })
    slack.history = [missed]

    await inbox.closeGaps()
    await inbox.watch('D0ANA')
    const atFirst = await find(missed)
    await inbox.closeGaps()

    expect(atFirst).toBeUndefined()
    expect(await find(missed)).toMatchObject({ state: 'stored' })
  })

  it('forgets after a month what messages said', async () => {
    const { inbox, clock, run } = setUp()
    const arrival = anArrival()
    await inbox.receive(arrival)
    await run(inboxId(arrival))

    clock.now += 29 * DAY
    await inbox.closeGaps()
    const kept = await find(arrival)
    clock.now += 2 * DAY
    await inbox.closeGaps()

    expect(kept?.said).toEqual(text('oak'))
    expect((await find(arrival))?.said).toBeUndefined()
    expect((await inbox.begin(inboxId(arrival), SAM))?.extraction).toBeUndefined()
  })
})
