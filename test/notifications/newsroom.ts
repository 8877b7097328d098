import { leadId, userId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { createNotifications, type Notifications } from '../../src/notifications/notifications.ts'
import { NOTIFICATION_DEFAULTS, type NotificationSettings } from '../../src/notifications/settings.ts'
import { MAIN, START } from '../delivery/a-lead.ts'
import { createLedger, type Ledger } from '../delivery/ledger.ts'
import { createLife, type Life, mortal } from '../delivery/mortal.ts'
import { createSilentLog } from '../delivery/silent-log.ts'
import { runWakeUp } from '../delivery/world.ts'
import { createSlackDouble, type SlackDouble } from './slack-double.ts'

export const sam = userId('USAM')

export const notificationSettings: NotificationSettings = {
  ...NOTIFICATION_DEFAULTS,
  jitter: 0,
  cards: new Map([[MAIN, { channel: 'CLEADS', byOperation: { '9': 'CLAWN', Snow: 'CSNOW' } }]]),
  officeChannel: 'COFFICE',
}

export type Newsroom = {
  readonly ledger: Ledger
  readonly slack: SlackDouble
  readonly log: ReturnType<typeof createSilentLog>
  now(): number
  advance(ms: number): void
  startProcess(owner: string, life?: Life): Notifications
  /** Puts the lead into the ledger as it is now, with the notice that a change of state writes. */
  change(lead: Lead): void
  /** Runs notices and posts, and moves the clock to the next one, until nothing is left or the time is up. */
  runFor(ms: number, process?: Notifications): Promise<void>
  /** Runs the next wake-up of a topic before its time, again and again, as a database does whose clock is ahead. */
  comeEarly(topic: 'notify' | 'post', times: number): Promise<void>
}

export function createNewsroom(settings: Partial<NotificationSettings> = {}): Newsroom {
  const ledger = createLedger()
  const slack = createSlackDouble()
  const log = createSilentLog()
  let clock = START
  const startProcess = (owner: string, life: Life = createLife()): Notifications =>
    createNotifications({
      posts: mortal(ledger.posts, life),
      notifier: mortal(slack, life),
      settings: { ...notificationSettings, ...settings },
      now: () => clock,
      random: () => 0,
      owner,
      log,
    })
  const first = startProcess('first')

  return {
    ledger,
    slack,
    log,
    now: () => clock,
    advance(ms) {
      clock += ms
    },
    startProcess,
    change(lead) {
      ledger.rows.leads.set(lead.id, lead)
      const key = `notify:${lead.id}:${lead.version}`
      ledger.rows.wakeUps.set(key, { key, topic: 'notify', subject: leadId(lead.id), runAt: clock })
    },
    async runFor(ms, process = first) {
      const end = clock + ms
      for (;;) {
        const next = ledger.pending().find(({ topic }) => topic in process.handlers)
        if (!next || next.runAt > end) break
        clock = Math.max(clock, next.runAt)
        await runWakeUp(ledger, process.handlers, next, clock)
      }
      clock = end
    },
    async comeEarly(topic, times) {
      for (let time = 0; time < times; time += 1) {
        const next = ledger.pending().find((wakeUp) => wakeUp.topic === topic)
        if (!next) throw new Error(`Nothing is left that would wake ${topic}`)
        await runWakeUp(ledger, first.handlers, next, clock)
        clock += 1
      }
    },
  }
}
