import { type Kysely, sql } from 'kysely'
import type { CheckResult } from '../ops/check.ts'
import type { Schema } from './schema.ts'

type Group = {
  readonly state: string
  readonly count: number
  /** Epoch ms: since when the oldest of them is in that state. */
  readonly since: number
  /** Epoch ms: when the first of them goes on by itself; unset: none does before somebody acts. */
  readonly dueAt?: number
}

/** A lead that could go and hasn't gone for so long: nobody sends. */
const STUCK_AFTER_MS = 15 * 60_000

/** Whether what could go to SingleOps by itself goes. */
export async function checkLeadsUnderWay(db: Kysely<Schema>, now: number): Promise<CheckResult> {
  const underWay = (await readGroups(db)).filter((group) => !needsSomeone(group))
  const counts = countsOf(underWay)
  const dueAt = Math.min(...underWay.map(({ dueAt: at = Infinity }) => at))
  if (now - dueAt > STUCK_AFTER_MS) {
    const since = inWords(now - dueAt)
    return {
      ok: false,
      problem: `A lead should have been sent ${since} ago and wasn't (${counts})`,
      remedy: 'Check that Leadhand runs: npm start, or its container. If it runs, look at its log.',
      plain: {
        problem: `A lead should have gone to SingleOps ${since} ago and didn't. Nothing is lost.`,
        remedy: 'Ask whoever looks after Leadhand to start it again.',
      },
    }
  }
  if (counts === '') return { ok: true, detail: 'none' }
  const age = ageOf(underWay, now)
  return {
    ok: true,
    detail: `open leads: ${counts}, ${age}`,
    plain: `${leads(countOf(underWay))} on the way to SingleOps, ${age}. Nothing has to be done.`,
  }
}

/** Whether leads that only a person can help wait longer than `withinMs` for one. */
export async function checkLeadsForPeople(
  db: Kysely<Schema>,
  now: number,
  withinMs: number,
): Promise<CheckResult> {
  const waiting = (await readGroups(db)).filter(needsSomeone)
  if (waiting.length === 0) return { ok: true, detail: 'none' }
  const age = ageOf(waiting, now)
  const facts = `${leads(countOf(waiting))} (${countsOf(waiting)}), ${age}`
  if (now - oldestOf(waiting) < withinMs) return { ok: true, detail: facts }
  const remedy = 'In Slack open Leadhand → Home → Needs someone, and decide what happens with each.'
  return {
    ok: false,
    problem: `Nobody has decided about ${facts}`,
    remedy,
    plain: {
      problem: `${leads(countOf(waiting))} can't go on without a decision, ${age}.`,
      remedy: 'Open Home → Needs someone, and decide what happens with each.',
    },
  }
}

async function readGroups(db: Kysely<Schema>): Promise<readonly Group[]> {
  // The time of the next try. A waiting lead without one waits for its account's settings, an unsure one for a person.
  const goesOn = sql<number | string>`case when retry_at is null then 0 else 1 end`
  const rows = await db
    .selectFrom('leads')
    .select(({ fn }) => [
      'state',
      fn.countAll<number | string>().as('count'),
      fn.min<number | string>('state_since').as('since'),
      fn.min<number | string | null>('retry_at').as('dueAt'),
    ])
    .where('state', 'not in', ['delivered', 'discarded'])
    .groupBy(['state', goesOn])
    .execute()
  return rows.map(({ state, count, since, dueAt }) => {
    const isDueAtOnce = state === 'queued' || state === 'sending'
    const at = isDueAtOnce ? since : dueAt
    const group = { state, count: Number(count), since: Number(since) }
    return at === null ? group : { ...group, dueAt: Number(at) }
  })
}

const needsSomeone = ({ state, dueAt }: Group): boolean =>
  state === 'unmatched' || state === 'refused' || (state === 'unsure' && dueAt === undefined)

const countOf = (groups: readonly Group[]): number => groups.reduce((sum, { count }) => sum + count, 0)

const oldestOf = (groups: readonly Group[]): number => Math.min(...groups.map(({ since }) => since))

const ageOf = (groups: readonly Group[], now: number): string =>
  `${countOf(groups) === 1 ? 'waiting' : 'the oldest'} for ${inWords(now - oldestOf(groups))}`

const leads = (count: number): string => (count === 1 ? 'One lead' : `${count} leads`)

function countsOf(groups: readonly Group[]): string {
  const states = Map.groupBy(groups, ({ state }) => state)
  return [...states].map(([state, ofState]) => `${countOf(ofState)} ${state}`).join(', ')
}

const MINUTE_MS = 60_000

function inWords(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE_MS))
  if (minutes < 120) return minutes === 1 ? 'a minute' : `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
}
