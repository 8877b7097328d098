import type { AccountKey } from '../../src/lead/ids.ts'
import type { Storm } from './storm.ts'
import { type Row, toRow } from './table.ts'

// The breaker's holds grow to a minute, so that ten minutes have room for about a dozen tries.
const MOST_TRIES = 20
// Three are under way side by side, and whoever made the probe has lost its turn.
const MOST_OUT_OF_TURN = 4
const NEW_ONE_WAITS_AT_MOST_MS = 5_000

/** Holds a storm against everything that was promised of it. */
export function judgeStorm(storm: Storm): Row {
  const { confirmed, late, jobs, states } = storm
  const all = [...confirmed, ...late]
  const jobsOf = Map.groupBy(jobs, ({ id }) => id)
  const startOf = (id: string) => jobs.find((job) => job.id === id)?.startedAt ?? Infinity
  const verdict = {
    confirmed: all.length,
    jobs: jobs.length,
    lost: all
      .filter(({ id }) => states.get(id) !== 'delivered' || !jobsOf.has(id))
      .map(({ id, reference }) => `${reference}: ${states.get(id)}`),
    doubled: all
      .filter(({ id }) => (jobsOf.get(id)?.length ?? 0) > 1)
      .map(({ reference }) => `${reference}: more than one job`),
    told: 0,
    extraCards: 0,
  }
  const starved = late.filter(({ id, confirmedAt }) => startOf(id) - confirmedAt > NEW_ONE_WAITS_AT_MOST_MS)
  const checks: Readonly<Record<string, boolean>> = {
    'SingleOps was hammered while it was down': [...storm.triesWhileDown.values()].every(
      (tries) => tries > 0 && tries <= MOST_TRIES,
    ),
    'not the oldest first': [...Map.groupBy(jobs, ({ account }) => account)].every(([account]) =>
      isOldestFirst(storm, account),
    ),
    'new ones had to wait behind the old ones': late.length > 0 && starved.length === 0,
    'each person hears more or less than once of the beginning and once of the end, for each account':
      isToldOnce(storm),
    'messages of single leads beside the one for all': storm.directMessages <= late.length,
    'not one card for each lead': storm.cards === all.length,
    'Slack had to slow us down again and again': storm.rateLimited < 2 * all.length,
    "the queue's length was not to be seen":
      storm.depth.deliver !== undefined && storm.depth.deliver.waiting >= confirmed.length,
    "the leads' age was not to be seen":
      storm.open.reduce((count, { leads }) => count + leads, 0) === confirmed.length &&
      storm.open.every(({ oldestMs }) => oldestMs > 500_000),
  }
  const broken = Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [what]))
  return toRow(`${confirmed.length} leads in a minute, SingleOps down for ten`, 1, verdict, broken)
}

/** New ones get in between. */
function isOldestFirst({ confirmed, late, jobs }: Storm, account: AccountKey): boolean {
  const old = jobs.filter((job) => job.account === account && !late.some(({ id }) => id === job.id))
  return confirmed
    .filter((lead) => lead.account === account)
    .every(({ id }, age) => Math.abs(old.findIndex((job) => job.id === id) - age) <= MOST_OUT_OF_TURN)
}

function isToldOnce({ told }: Storm): boolean {
  const kinds = Map.groupBy(told, ({ to, message }) =>
    JSON.stringify([to, 'account' in message ? message.account : '']),
  )
  return (
    kinds.size > 0 &&
    kinds
      .values()
      .every(
        (messages) => messages.map(({ message }) => message.kind).join() === 'singleops-down,singleops-back',
      )
  )
}
