import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { RetryLaterError } from '../../src/delivery/errors.ts'
import { DELIVERY_DEFAULTS } from '../../src/delivery/settings.ts'
import { type AccountKey, accountKey, jobId, type LeadId, userId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { TOPICS, type Topic } from '../../src/lead/wake-up.ts'
import { createNotifications } from '../../src/notifications/notifications.ts'
import type { Announcement } from '../../src/notifications/ports.ts'
import { NOTIFICATION_DEFAULTS } from '../../src/notifications/settings.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { createSilentLog } from '../delivery/silent-log.ts'
import { aNewLead, NOON, someContent } from '../store/a-lead.ts'
import { createPacedSlack } from './paced-slack.ts'
import { createSlowClock } from './slow-clock.ts'

const ACCOUNTS = ['main', 'north'].map(accountKey)
const TAKERS = ['UANA', 'USAM', 'UTOM', 'UEVE', 'UBOB'].map(userId)
const DOWN_UNTIL = NOON + 600_000
const POST_TAKES_MS = 300

export type Storm = {
  /** Leads as SingleOps got them, in the order in which their POSTs began. */
  readonly jobs: readonly { readonly id: LeadId; readonly account: AccountKey; readonly startedAt: number }[]
  readonly confirmed: readonly Lead[]
  /** Confirmed once SingleOps answered again, while the old ones were still being sent. */
  readonly late: readonly Lead[]
  readonly triesWhileDown: ReadonlyMap<AccountKey, number>
  readonly told: readonly { readonly to: unknown; readonly message: Announcement }[]
  readonly cards: number
  readonly directMessages: number
  readonly rateLimited: number
  /** How many deliveries waited, and how long the oldest, half a minute before the end of the outage. */
  readonly depth: Awaited<ReturnType<Store['queue']['depth']>>
  /** How many leads were open then, and how long ago the oldest of each account was confirmed. */
  readonly open: readonly { readonly leads: number; readonly oldestMs: number }[]
  readonly states: ReadonlyMap<LeadId, string>
}

/** 500 leads within a minute, SingleOps down for ten: real rooms and a real file, a clock of our own. */
export async function runStorm(leads = 500): Promise<Storm> {
  await using opened = new AsyncDisposableStack()
  const clock = createSlowClock(NOON)
  const { now } = clock
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-storm-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const log = createSilentLog()
  const store = opened.use(await openStore({ dataDir, now, log }))

  const jobs: { id: LeadId; account: AccountKey; startedAt: number }[] = []
  const triesWhileDown = new Map<AccountKey, number>()
  let answers = 0
  const delivery = createDelivery({
    leads: store.leads,
    gateway: {
      async post(lead) {
        const startedAt = now()
        if (startedAt < DOWN_UNTIL) {
          triesWhileDown.set(lead.account, (triesWhileDown.get(lead.account) ?? 0) + 1)
          throw new RetryLaterError('connect_refused', 'SingleOps is down')
        }
        jobs.push({ id: lead.id, account: lead.account, startedAt })
        await clock.sleep(POST_TAKES_MS)
        answers += 1
        return { jobId: jobId(String(jobs.length)) }
      },
    },
    sentClients: { find: async () => [] },
    accounts: ACCOUNTS,
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
      cards: new Map(ACCOUNTS.map((account) => [account, { channel: 'CLEADS', byOperation: {} }])),
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
  for (let count = 0; count < leads; count += 1) {
    confirmed.push(await confirmOne(store, count, now()))
    await clock.run(60_000 / leads, step, 60_000 / leads)
  }
  await clock.runUntil(DOWN_UNTIL - 30_000, step, 1000)
  const depth = await store.queue.depth(now())
  const open = (await store.openLeadsByAccount()).map(({ references, oldestConfirmedAt }) => ({
    leads: references.length,
    oldestMs: now() - oldestConfirmedAt,
  }))
  const giveUpAt = DOWN_UNTIL + 7_200_000
  while (answers === 0 && now() < giveUpAt) await clock.run(1000, step, 1000)
  const late: Lead[] = []
  while (jobs.length < leads + late.length && now() < giveUpAt) {
    if (late.length < 10) late.push(await confirmOne(store, leads + late.length, now()))
    await clock.run(1000, step, 100)
  }
  const isTold = async () =>
    Object.values(await store.queue.depth(now())).every(({ waiting }) => waiting === 0)
  while (!(await isTold()) && now() < giveUpAt) await clock.run(10_000, step, 500)

  const states = new Map<LeadId, string>()
  for (const { id } of [...confirmed, ...late]) {
    states.set(id, (await store.leads.findLead(id))?.state ?? 'gone')
  }
  return { ...slack.counts(), jobs, confirmed, late, triesWhileDown, depth, open, states }
}

const everyTopic = <Value>(value: Value) =>
  Object.fromEntries(TOPICS.map((topic) => [topic, value])) as Record<Topic, Value>

async function confirmOne(store: Store, count: number, now: number): Promise<Lead> {
  const lead = await store.drafts.transaction(async (tx) => {
    const fresh = await tx.insertLead(
      aNewLead({
        account: ACCOUNTS[Math.floor(count / TAKERS.length) % ACCOUNTS.length] ?? accountKey('main'),
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
