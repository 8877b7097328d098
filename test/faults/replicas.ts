import { startPostgres } from '../contracts/postgres-server.ts'
import { anEntry, enterLead } from './person.ts'
import { type FaultStage, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, settle } from './verdict.ts'

type Load = {
  readonly transport: 'http' | 'socket'
  /** Leads of each person. */
  readonly leads: number
  readonly kills?: number
}

const PEOPLE = ['ana', 'sam', 'olivia'] as const

/** Three processes on one Postgres take leads while one after the other is killed. */
export async function killReplicas({ transport, leads, kills = 3 }: Load): Promise<Row> {
  return onPostgres({ transport, replicas: 3 }, async (stage) => {
    const entering = enterMany(stage, leads)
    let isOver = false
    void entering.finally(() => {
      isOver = true
    })
    for (let count = 0; count < kills && !isOver; count += 1) {
      const jobs = stage.singleops.jobs().length
      await stage.replicas[count % stage.replicas.length]?.kill()
      await stage.singleops
        .waitFor(() => isOver || stage.singleops.jobs().length > jobs, WAIT)
        .catch(() => undefined)
    }
    const names = await entering
    await settle(stage, 120_000)
    return toRow(
      `Replicas: three on Postgres over ${transport}, killed in turn`,
      kills,
      await judge(stage, names),
    )
  })
}

/** Each of three processes is stopped in good order and started again while leads come in. */
export async function rollReplicas({
  transport,
  leads,
}: Load): Promise<Row & { readonly ended: readonly string[] }> {
  return onPostgres({ transport, replicas: 3 }, async (stage) => {
    const entering = enterMany(stage, leads)
    const ended: string[] = []
    for (const replica of stage.replicas) {
      ended.push(await replica.stop())
      await replica.start()
    }
    const names = await entering
    await settle(stage, 120_000)
    const broken = ended.filter((how) => how !== '0').map((how) => `ended with ${how}`)
    return { ...toRow(`Rolling restart over ${transport}`, 3, await judge(stage, names), broken), ended }
  })
}

/**
 * The same with the next version: the first one that is replaced migrates the schema, the others go on with it as the version before.
 * There is no version before this one yet; the next one is this one with a migration more.
 */
export async function upgradeReplicas({ transport, leads }: Load): Promise<Row> {
  return onPostgres({ transport, replicas: 3 }, async (stage) => {
    const before = await stage.ledger.schema()
    const entering = enterMany(stage, leads)
    const broken: string[] = []
    for (const replica of stage.replicas) {
      const ended = await replica.restartWith({ plan: { isNextVersion: true } })
      if (ended !== '0') broken.push(`ended with ${ended}`)
      const jobs = stage.singleops.jobs().length
      // Both versions are at work on the new schema.
      await stage.singleops
        .waitFor(() => stage.singleops.jobs().length >= jobs + 3, WAIT)
        .catch(() => undefined)
    }
    const after = await stage.ledger.schema()
    if (after !== before + 1) broken.push(`the schema is ${after}`)
    const names = await entering
    await settle(stage, 120_000)
    return toRow(`Rolling upgrade over ${transport}`, 3, await judge(stage, names), broken)
  })
}

/** Postgres itself goes away under load and comes back. */
export async function restartPostgres({ leads }: Pick<Load, 'leads'>): Promise<Row> {
  await using postgres = await startPostgres()
  await using stage = await startFaultStage({ databaseUrl: await postgres.newDatabase(), replicas: 2 })
  const entering = enterMany(stage, leads)
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0, WAIT)
  await postgres.restart()
  const names = await entering
  await settle(stage, 120_000)
  return toRow('Postgres restarted under load', 1, await judge(stage, names))
}

const WAIT = { timeoutMs: 30_000 }

async function enterMany(stage: FaultStage, leads: number): Promise<string[]> {
  const names = await Promise.all(
    PEOPLE.map(async (name) => {
      const entered: string[] = []
      for (let count = 0; count < leads; count += 1) {
        const entry = anEntry()
        await enterLead(stage, stage.ws.as(name), entry)
        entered.push(entry.Name)
      }
      return entered
    }),
  )
  return names.flat()
}

async function onPostgres<Result>(
  options: { readonly transport: 'http' | 'socket'; readonly replicas: number },
  run: (stage: FaultStage) => Promise<Result>,
): Promise<Result> {
  await using postgres = await startPostgres()
  await using stage = await startFaultStage({ ...options, databaseUrl: await postgres.newDatabase() })
  return await run(stage)
}
