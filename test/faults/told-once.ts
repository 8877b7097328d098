import { startPostgres } from '../contracts/postgres-server.ts'
import type { Plan } from './orders.ts'
import { anEntry, type Entry, enterLead } from './person.ts'
import { type FaultStage, QUICK_PLAN, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, settle } from './verdict.ts'

const PLAN: Plan = {
  notifications: { ...QUICK_PLAN.notifications, lateAfterMs: 500, stuckAfterMs: 2_000, watchEveryMs: 300 },
}
const POST = { method: 'POST', path: 'jobs' } as const

/** Something that lasts a while: who has to hear of its beginning and of its end, and by which words. */
type Outage = {
  readonly name: string
  readonly begins: string
  readonly ends: string
  readonly hear: readonly string[]
  begin(stage: FaultStage): Promise<unknown>
  end(stage: FaultStage): Promise<unknown>
  /** The end shows by a further lead alone. */
  readonly needsLead?: true
}

const OUTAGES: readonly Outage[] = [
  {
    name: 'leads wait for SingleOps',
    begins: 'is down',
    ends: 'is back',
    hear: ['dm:ana', 'dm:sam'],
    begin: async ({ singleops }) =>
      singleops.setFault({ ...POST, kind: 'status', status: 429, retryAfter: 1 }),
    end: async ({ singleops }) => singleops.clearFaults(),
  },
  {
    name: 'an account is blocked',
    begins: "doesn't let Leadhand in",
    ends: 'lets Leadhand in again',
    hear: ['office'],
    begin: async ({ singleops }) => singleops.setFault({ ...POST, kind: 'status', status: 401 }),
    end: async ({ singleops }) => singleops.clearFaults(),
    needsLead: true,
  },
  {
    name: "a channel can't be posted to",
    begins: "can't post in",
    ends: 'can post in',
    hear: ['dm:ana'],
    begin: async ({ ws }) => ws.setChannel('leads', { bot_member: false }),
    end: async ({ ws }) => ws.setChannel('leads', { bot_member: true }),
    needsLead: true,
  },
  {
    name: 'the queue is dead',
    begins: 'should have gone to SingleOps',
    ends: 'go to SingleOps again',
    hear: ['office'],
    begin: ({ replicas }) => Promise.all(replicas.map((replica) => replica.order({ do: 'hang' }))),
    end: ({ replicas }) => Promise.all(replicas.map((replica) => replica.order({ do: 'live' }))),
  },
]

/** Each outage meets several leads; it is told once when it begins and once when it is over, to whom it concerns. */
export async function tellOutages(
  engine: 'SQLite' | 'Postgres',
  progress: (row: Row) => void,
): Promise<void> {
  await using postgres = engine === 'Postgres' ? await startPostgres() : undefined
  const shared = postgres ? { replicas: 2, databaseUrl: await postgres.newDatabase() } : {}
  await using stage = await startFaultStage({ ...shared, plan: PLAN })
  for (const outage of OUTAGES) progress(await tell(stage, engine, outage))
}

async function tell(stage: FaultStage, engine: string, outage: Outage): Promise<Row> {
  const said = (words: string) =>
    outage.hear.map((channel) => stage.ws.messages(channel).filter(({ text }) => text.includes(words)).length)
  const before = { begins: said(outage.begins), ends: said(outage.ends) }
  const heard = (words: string, earlier: readonly number[]) =>
    said(words).map((count, at) => count - (earlier[at] ?? 0))
  const all = (counts: readonly number[]) => counts.every((count) => count > 0)

  await outage.begin(stage)
  const entries: Entry[] = []
  const enter = async (name: string) => {
    const entry = anEntry()
    entries.push(entry)
    await enterLead(stage, stage.ws.as(name), entry)
  }
  for (const name of ['ana', 'ana', 'sam']) await enter(name)
  await stage.until('its beginning to be told', async () => all(heard(outage.begins, before.begins)), 60_000)
  await enter('ana')
  await outage.end(stage)
  if (outage.needsLead) await enter('ana')
  await stage.until('its end to be told', async () => all(heard(outage.ends, before.ends)), 60_000)
  await settle(stage, 90_000)

  const counts = [...heard(outage.begins, before.begins), ...heard(outage.ends, before.ends)]
  const broken = counts.every((count) => count === 1) ? [] : [`told ${counts.join(', ')} times`]
  const names = entries.map(({ Name }) => Name)
  const cardsRefused = outage.begins === "can't post in"
  return toRow(`${engine}: ${outage.name}`, 1, await judge(stage, names, { cardsRefused }), broken)
}
