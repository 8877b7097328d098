import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { RetryLaterError } from '../../src/delivery/errors.ts'
import { DELIVERY_DEFAULTS } from '../../src/delivery/settings.ts'
import { accountKey, jobId, type LeadId, userId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { TOPICS, type Topic } from '../../src/lead/wake-up.ts'
import { createNotifications } from '../../src/notifications/notifications.ts'
import type { Announcement, Notifier, PostOutcome } from '../../src/notifications/ports.ts'
import { NOTIFICATION_DEFAULTS } from '../../src/notifications/settings.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { createSilentLog } from '../delivery/silent-log.ts'
import { aNewLead, NOON, someContent } from '../store/a-lead.ts'
import { createSlowClock } from './slow-clock.ts'

const MAIN = accountKey('main')
const TAKERS = ['UANA', 'USAM', 'UTOM', 'UEVE', 'UBOB'].map(userId)
const DOWN_UNTIL = NOON + 600_000
const POST_TAKES_MS = 300
// Slack's word for posting: one message a second in a channel.
const MESSAGE_EVERY_MS = 1000

export type Storm = {
  /** Leads as SingleOps got them, in the order in which their POSTs began. */
  readonly jobs: readonly { readonly id: LeadId; readonly startedAt: number }[]
  readonly confirmed: readonly Lead[]
  /** Confirmed while the old ones were still being sent. */
  readonly late: readonly Lead[]
  readonly triesWhileDown: number
  readonly told: readonly { readonly to: unknown; readonly message: Announcement }[]
  readonly cards: number
  readonly directMessages: number
  readonly rateLimited: number
  /** How many deliveries waited, and how long the oldest, half a minute before the end of the outage. */
  readonly depth: Awaited<ReturnType<Store['queue']['depth']>>
  readonly states: ReadonlyMap<LeadId, string>
}

/** 500 leads within a minute, SingleOps down for ten: real rooms and a real file, a clock of our own. */
export async function runStorm(LEADS = 500): Promise<Storm> {
  await using opened = new AsyncDisposableStack()
  const clock = createSlowClock(NOON)
  const { now } = clock
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-storm-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const log = createSilentLog()
  const store = opened.use(await openStore({ dataDir, now, log }))

  const jobs: { id: LeadId; startedAt: number }[] = []
  let triesWhileDown = 0
  const delivery = createDelivery({
    leads: store.leads,
    gateway: {
      async post(lead) {
        const startedAt = now()
        if (startedAt < DOWN_UNTIL) {
          triesWhileDown += 1
          throw new RetryLaterError('connect_refused', 'SingleOps is down')
        }
        jobs.push({ id: lead.id, startedAt })
        await clock.sleep(POST_TAKES_MS)
        return { jobId: jobId(String(jobs.length)) }
      },
    },
    sentClients: { find: async () => [] },
    accounts: [MAIN],
    settings: DELIVERY_DEFAULTS,
    now,
    random: () => 0.5,
    owner: 'storm',
    log,
  })
  const slack = createPacedSlack(now)
  const notifications = createNotifications({
    posts: store.posts,
    notifier: slack.notifier,
    settings: {
      ...NOTIFICATION_DEFAULTS,
      cards: new Map([[MAIN, { channel: 'CLEADS', byOperation: {} }]]),
      officeChannel: 'COFFICE',
    },
    now,
    random: () => 0.5,
    owner: 'storm',
    log,
  })
  const nothing = async () => undefined
  await store.queue.start(
    { ...everyTopic(nothing), ...delivery.handlers, ...notifications.handlers },
    { ...everyTopic(1), deliver: 8, 'look-up': 2, notify: 4, post: 4 },
  )

  const step = () => store.queue.poke()
  const confirmed: Lead[] = []
  for (let count = 0; count < LEADS; count += 1) {
    confirmed.push(await confirmOne(store, count, now()))
    await clock.run(60_000 / LEADS, step, 60_000 / LEADS)
  }
  await clock.runUntil(DOWN_UNTIL - 30_000, step, 1000)
  const depth = await store.queue.depth(now())
  const giveUpAt = DOWN_UNTIL + 7_200_000
  while (jobs.length === 0 && now() < giveUpAt) await clock.run(1000, step, 1000)
  const late: Lead[] = []
  while (jobs.length < LEADS + late.length && now() < giveUpAt) {
    if (late.length < 10) late.push(await confirmOne(store, LEADS + late.length, now()))
    await clock.run(1000, step, 100)
  }
  const isTold = async () => {
    const waiting = await store.queue.depth(now())
    return Object.entries(waiting).every(([topic, { waiting }]) => topic === 'remind-draft' || waiting === 0)
  }
  while (!(await isTold()) && now() < giveUpAt) await clock.run(10_000, step, 500)

  const states = new Map<LeadId, string>()
  for (const { id } of [...confirmed, ...late]) {
    states.set(id, (await store.leads.findLead(id))?.state ?? 'gone')
  }
  return { ...slack.counts(), jobs, confirmed, late, triesWhileDown, depth, states }
}

const everyTopic = <Value>(value: Value) =>
  Object.fromEntries(TOPICS.map((topic) => [topic, value])) as Record<Topic, Value>

async function confirmOne(store: Store, count: number, now: number): Promise<Lead> {
  const lead = await store.drafts.transaction(async (tx) => {
    const fresh = await tx.insertLead(
      aNewLead({
        taker: TAKERS[count % TAKERS.length] ?? userId('UANA'),
        confirmedAt: now,
        content: someContent({
          contact: {
            firstName: 'Jane',
            lastName: `No${count}`,
            phone: `+1770555${String(count).padStart(4, '0')}`,
          },
        }),
      }),
    )
    if (!fresh) throw new Error('The reference was taken')
    await tx.wake({ key: `deliver:${fresh.id}:1`, topic: 'deliver', subject: fresh.id, runAt: now })
    await tx.wake({ key: `notify:${fresh.id}:1`, topic: 'notify', subject: fresh.id, runAt: now })
    return fresh
  })
  return lead
}

/** A Slack that takes one message a second in a channel, and says 429 to the others. */
function createPacedSlack(now: () => number) {
  const nextAt = new Map<string, number>()
  const told: { to: unknown; message: Announcement }[] = []
  const posted = new Set<string>()
  let [rateLimited, directMessages] = [0, 0]

  function take(channel: string): PostOutcome {
    const free = nextAt.get(channel) ?? 0
    if (free > now()) {
      rateLimited += 1
      return { kind: 'retry', code: 'ratelimited', afterMs: Math.ceil((free - now()) / 1000) * 1000 }
    }
    nextAt.set(channel, now() + MESSAGE_EVERY_MS)
    return { kind: 'posted', channel, ts: String(now()) }
  }
  const notifier: Notifier = {
    async show(_, place, postId) {
      const channel = 'channel' in place ? place.channel : place.user
      const outcome = take(channel)
      if (outcome.kind === 'posted' && place.kind === 'card') posted.add(postId)
      if (outcome.kind === 'posted' && place.kind === 'taker') directMessages += 1
      return outcome
    },
    findPosted: async () => undefined,
    updateView: async () => false,
    async tell(to, message) {
      const outcome = take(typeof to === 'string' ? to : to.channel)
      if (outcome.kind === 'posted') told.push({ to, message })
      return outcome
    },
  }
  return { notifier, counts: () => ({ told, cards: posted.size, directMessages, rateLimited }) }
}
