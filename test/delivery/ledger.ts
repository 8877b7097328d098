import type { DeliveryTransaction, LeadChange, LeadStore } from '../../src/delivery/ports.ts'
import type { LeadId } from '../../src/lead/ids.ts'
import { type Attempt, type Lead, TRANSITIONS } from '../../src/lead/lead.ts'
import type { WakeUp } from '../../src/lead/wake-up.ts'
import type {
  NotificationTransaction,
  Outage,
  Place,
  Post,
  PostStore,
} from '../../src/notifications/ports.ts'

type Rows = {
  readonly leads: Map<string, Lead>
  readonly attempts: Map<string, Attempt>
  readonly blocked: Set<string>
  readonly posts: Map<string, Post>
  readonly outages: Map<string, Outage>
  readonly told: Map<string, Set<string>>
  /** Live ones by key. */
  readonly wakeUps: Map<string, WakeUp>
  readonly usedKeys: Set<string>
}

/** The stores in memory: what is written in a transaction is kept as a whole or not at all, and one runs at a time. */
export type Ledger = {
  readonly leads: LeadStore
  readonly posts: PostStore
  readonly rows: Rows
  /** What confirming writes. */
  confirm(lead: Lead): void
  lead(id: LeadId): Lead
  attempts(id: LeadId): readonly Attempt[]
  /** Live wake-ups, the earliest first. */
  pending(): readonly WakeUp[]
  complete(wakeUp: WakeUp): void
  comeAgain(wakeUp: WakeUp, at: number): void
}

export function createLedger(): Ledger {
  const rows: Rows = {
    leads: new Map(),
    attempts: new Map(),
    blocked: new Set(),
    posts: new Map(),
    outages: new Map(),
    told: new Map(),
    wakeUps: new Map(),
    usedKeys: new Set(),
  }
  let last: Promise<unknown> = Promise.resolve()
  const transaction = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(async () => {
      const before = structuredClone(rows)
      try {
        return await work()
      } catch (error) {
        for (const [name, table] of Object.entries(before)) restore(rows[name as keyof Rows], table)
        throw error
      }
    })
    last = run.catch(() => undefined)
    return run
  }
  const wake = async (wakeUp: WakeUp): Promise<void> => {
    if (rows.usedKeys.has(wakeUp.key)) return
    rows.usedKeys.add(wakeUp.key)
    rows.wakeUps.set(wakeUp.key, wakeUp)
  }
  const byAge = (test: (lead: Lead) => boolean): Lead[] =>
    [...rows.leads.values()]
      .filter(test)
      .sort((one, other) => one.confirmedAt - other.confirmedAt || one.id.localeCompare(other.id))
  const findLead = async (id: LeadId): Promise<Lead | undefined> => rows.leads.get(id)
  const isAsleep = (lead: Lead, now: number): boolean =>
    lead.state === 'sending' ||
    ![...rows.wakeUps.values()].some(
      ({ topic, subject, runAt }) =>
        subject === lead.id && runAt <= now + 60_000 && (topic === 'deliver' || topic === 'look-up'),
    )

  return {
    rows,
    leads: {
      transaction: (work) => transaction(() => work(deliveryTransaction(rows, wake))),
      findLead,
      attemptsOf: async (id) => attemptsOf(rows, id),
      findStranded: async (now, limit) =>
        byAge((lead) => isDue(lead, now) && isAsleep(lead, now)).slice(0, limit),
      findBlocked: async (account) =>
        byAge((lead) => lead.account === account && lead.because === 'account_blocked'),
      findHeld: async (account, limit) =>
        byAge(
          ({ state, because, ...lead }) =>
            lead.account === account && (state === 'queued' || (state === 'waiting' && because === 'retry')),
        ).slice(0, limit),
      findRivals: async (lead) => byAge((other) => isRival(rows, lead, other)),
    },
    posts: {
      transaction: (work) => transaction(() => work(notificationTransaction(rows, wake))),
      findLead,
      findPost: async (id) => rows.posts.get(id),
      postsOf: async (id) => [...rows.posts.values()].filter(({ leadId }) => leadId === id),
      countWaiting: async (account, taker) =>
        byAge(
          (lead) =>
            lead.account === account &&
            lead.taker === taker &&
            (lead.state === 'queued' || lead.state === 'waiting'),
        ).length,
      findStuck: async (before) => {
        const times = byAge(() => true)
          .map(goesSince)
          .filter((at) => at <= before)
        return times.length > 0 ? { leads: times.length, since: Math.min(...times) } : undefined
      },
    },
    confirm(lead) {
      rows.leads.set(lead.id, lead)
      const { id, version, confirmedAt: runAt } = lead
      void wake({ key: `deliver:${id}:${version}`, topic: 'deliver', subject: id, runAt })
      void wake({ key: `notify:${id}:${version}`, topic: 'notify', subject: id, runAt })
    },
    lead: (id) => rows.leads.get(id) ?? fail(id),
    attempts: (id) => attemptsOf(rows, id),
    pending: () => [...rows.wakeUps.values()].sort((one, other) => one.runAt - other.runAt),
    complete: ({ key }) => {
      rows.wakeUps.delete(key)
    },
    comeAgain: (wakeUp, runAt) => {
      rows.wakeUps.set(wakeUp.key, { ...wakeUp, runAt })
    },
  }
}

function deliveryTransaction(rows: Rows, wake: (wakeUp: WakeUp) => Promise<void>): DeliveryTransaction {
  return {
    findLead: async (id) => rows.leads.get(id),
    changeLead: async (lead, change, now) => changeLead(rows, lead, change, now),
    insertAttempt: async (attempt) => {
      if (rows.attempts.has(attempt.id)) throw new Error(`Attempt ${attempt.id} was begun before`)
      rows.attempts.set(attempt.id, attempt)
    },
    settleAttempt: async (id, outcome) => {
      const attempt = rows.attempts.get(id) ?? fail(id)
      if (attempt.outcome !== undefined) return false
      rows.attempts.set(id, { ...attempt, ...outcome })
      return true
    },
    noteKnownClients: async (id, knownClients) => {
      rows.attempts.set(id, { ...(rows.attempts.get(id) ?? fail(id)), knownClients })
    },
    wake,
    setAccountBlocked: async (account, blocked) => {
      if (rows.blocked.has(account) === blocked) return false
      if (blocked) rows.blocked.add(account)
      else rows.blocked.delete(account)
      return true
    },
  }
}

function changeLead(rows: Rows, lead: Lead, change: LeadChange, now: number): Lead | undefined {
  const moves = lead.state !== change.state
  if (moves && !TRANSITIONS[lead.state].includes(change.state)) {
    throw new Error(`A lead can't go from ${lead.state} to ${change.state}`)
  }
  if (rows.leads.get(lead.id)?.version !== lead.version) return undefined
  const changed = withoutNulls<Lead>({
    ...lead,
    ...change,
    version: lead.version + 1,
    stateSince: moves ? now : lead.stateSince,
  })
  rows.leads.set(lead.id, changed)
  return changed
}

function notificationTransaction(
  rows: Rows,
  wake: (wakeUp: WakeUp) => Promise<void>,
): NotificationTransaction {
  return {
    want: async (leadId, place, wanted) => {
      const id = postId(leadId, place)
      const before = rows.posts.get(id)
      if (before && before.wanted >= wanted) return undefined
      const post: Post = before
        ? { ...before, wanted, version: before.version + 1 }
        : { id, leadId, place, version: 1, wanted, shown: 0, tries: 0, unknown: false }
      rows.posts.set(id, post)
      return post
    },
    changePost: async (post, change) => {
      const current = rows.posts.get(post.id)
      if (current?.version !== post.version) return undefined
      const changed = withoutNulls<Post>({ ...current, ...change, version: post.version + 1 })
      rows.posts.set(post.id, changed)
      return changed
    },
    holdLead: async (id) => rows.leads.get(id),
    isBlocked: async (account) => rows.blocked.has(account),
    beginOutage: async (outage) => {
      if (rows.outages.has(outage.key)) return false
      rows.outages.set(outage.key, outage)
      rows.told.delete(outage.key)
      return true
    },
    endOutage: async (key) => rows.outages.delete(key),
    noteTold: async (key, who) => {
      const told = rows.told.get(key) ?? new Set()
      rows.told.set(key, told)
      if (told.has(who)) return false
      told.add(who)
      return true
    },
    toldOf: async (key) => [...(rows.told.get(key) ?? [])].sort(),
    wake,
  }
}

function postId(lead: LeadId, place: Place): string {
  return `${lead}:${place.kind}:${place.kind === 'taker' ? place.user : place.channel}`
}

function isDue(lead: Lead, now: number): boolean {
  if (lead.state === 'sending') return (lead.leaseUntil ?? Infinity) <= now
  if (lead.state === 'queued') return true
  return (lead.state === 'waiting' || lead.state === 'unsure') && (lead.retryAt ?? Infinity) <= now
}

/** Since when a lead should have gone on by itself. */
function goesSince({ state, stateSince, retryAt = Infinity }: Lead): number {
  if (state === 'queued' || state === 'sending') return stateSince
  return state === 'waiting' || state === 'unsure' ? retryAt : Infinity
}

function attemptsOf(rows: Rows, id: LeadId): Attempt[] {
  return [...rows.attempts.values()].filter(({ leadId }) => leadId === id)
}

function isRival(rows: Rows, lead: Lead, other: Lead): boolean {
  const keysOf = ({ content: { contact } }: Lead): (string | undefined)[] => [
    contact.phone,
    contact.mobile,
    contact.email,
  ]
  return (
    other.id !== lead.id &&
    other.account === lead.account &&
    other.content.client.kind === 'new' &&
    keysOf(other).some((key) => key !== undefined && keysOf(lead).includes(key)) &&
    attemptsOf(rows, other.id).some(
      ({ outcome }) => outcome === undefined || ['delivered', 'unsure', 'refused'].includes(outcome),
    )
  )
}

function withoutNulls<T extends object>(row: { [Key in keyof T]?: T[Key] | null }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T
}

function restore(
  table: Map<string, unknown> | Set<string>,
  before: Map<string, unknown> | Set<string>,
): void {
  table.clear()
  if (table instanceof Set) for (const value of before.keys()) table.add(value)
  else for (const [key, value] of before.entries()) table.set(key, value)
}

function fail(id: string): never {
  throw new Error(`There is no ${id}`)
}
