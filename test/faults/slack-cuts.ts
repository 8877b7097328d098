import { type ApiFault, DELIVERY_KINDS } from '../../src/sandbox/workspace/api.ts'
import { startPostgres } from '../contracts/postgres-server.ts'
import { FROM_THE_INTAKE_CHANNEL } from './inbox-scenario.ts'
import { anEntry, enterLead } from './person.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

type Cut = Omit<ApiFault, 'method' | 'times'>

/** The calls that the app makes on the way of a lead. */
const METHODS = [
  'auth.test',
  'views.open',
  'views.update',
  'users.info',
  'usergroups.users.list',
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'conversations.history',
] as const

/** Every way in which a call can fail. */
const CUTS: readonly { readonly name: string; readonly cut: Cut }[] = [
  { name: '429', cut: { status: 429, retryAfter: 1 } },
  { name: '500', cut: { status: 500 } },
  { name: '500 after processing', cut: { status: 500, afterProcessing: true } },
  { name: 'reset', cut: { reset: true } },
  // Acks and later events overtake it.
  { name: 'late', cut: { delayMs: 1500 } },
  { name: 'reset after processing', cut: { reset: true, afterProcessing: true } },
  ...['channel_not_found', 'is_archived', 'not_found', 'token_revoked'].map((error) => ({
    name: error,
    cut: { error },
  })),
]

const REFUSALS = ['channel_not_found', 'is_archived', 'not_found']

/** Lets the first two calls of each method fail in each way while a lead is entered. */
export async function cutEachSlackCall(
  options: { readonly choose?: (name: string) => boolean; readonly progress?: (row: Row) => void } = {},
): Promise<Row[]> {
  const { choose = () => true, progress } = options
  await using stage = await startFaultStage()
  const rows: Row[] = []
  for (const method of METHODS) {
    for (const { name, cut } of CUTS.filter((one) => choose(`${method} ${one.name}`))) {
      const judged = await leadIds(stage)
      const cardsRefused = method === 'chat.postMessage' && REFUSALS.includes(name)
      // What Slack says of a channel it says of that channel alone.
      const channel = cardsRefused ? { channel: 'leads' } : {}
      const fault = stage.ws.setFault({ ...cut, ...channel, method, times: 2 })
      const entry = anEntry()
      await enterLead(stage, stage.ws.as('ana'), entry)
      await settle(stage)
      fault.clear()
      const verdict = await judge(stage, [entry.Name], { judged, cardsRefused })
      const row = toRow(`Slack: ${method} ${name}${fault.used > 0 ? '' : ': not called'}`, 1, verdict)
      rows.push(row)
      progress?.(row)
    }
  }
  return rows
}

/**
 * Slack delivers everything twice: events, submits and clicks, in a call, from the intake channel and in the office's decisions. With
 * several replicas the second copy reaches another process.
 */
export async function doubleEverything(
  options: {
    readonly replicas?: number
    readonly databaseUrl?: string
    readonly transport?: 'http' | 'socket'
    readonly scenarios?: readonly Scenario[]
  } = {},
): Promise<Row> {
  const { scenarios = [...SCENARIOS, FROM_THE_INTAKE_CHANNEL], ...stageOptions } = options
  await using stage = await startFaultStage(stageOptions)
  for (const deliver of DELIVERY_KINDS) stage.ws.setFault({ deliver, duplicate: true })
  const names: string[] = []
  for (const { play } of scenarios) {
    names.push((await play(stage)).Name)
    await settle(stage)
  }
  const where = `${options.replicas ?? 1} ${options.transport ?? 'http'}`
  return toRow(`Slack delivers everything twice (${where})`, names.length, await judge(stage, names))
}

/** The same across two replicas. */
export async function doubleAcrossReplicas(transport: 'http' | 'socket'): Promise<Row> {
  await using postgres = await startPostgres()
  return await doubleEverything({ transport, replicas: 2, databaseUrl: await postgres.newDatabase() })
}
