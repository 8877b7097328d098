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
    return { ...toRow(`Rolling restart over ${transport}`, 3, await judge(stage, names)), ended }
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
