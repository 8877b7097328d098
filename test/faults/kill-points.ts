import { DETOURS } from './detours.ts'
import { FROM_THE_INTAKE_CHANNEL } from './inbox-scenario.ts'
import type { Plan } from './orders.ts'
import type { Entry } from './person.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { type FaultStage, type FaultStageOptions, QUICK_PLAN, startFaultStage } from './stage.ts'
import { NOTHING, type Row, toRow } from './table.ts'
import { judge, settle } from './verdict.ts'

/** Everything that comes after a while comes soon, so that it is visited, too. */
export const KILL_PLAN: Plan = {
  notifications: { ...QUICK_PLAN.notifications, lateAfterMs: 800, watchEveryMs: 1_000 },
  intake: { matchAgainMs: [300], remindAfterMs: 2_000 },
  singleops: { catalogFreshMs: 500 },
}

export type KillOptions = FaultStageOptions & {
  /** Which of the visited points; all unless given. */
  readonly choose?: (point: string) => boolean
  /** How many visits of a point are tried, each in a run of its own. */
  readonly mostVisits?: number
  readonly scenarios?: readonly Scenario[]
  readonly progress?: (row: Row) => void
}

/**
 * Kills the process at each point that a scenario visits, one after the other, lets it start again and looks what became of the lead.
 * The processes share one memory, as they would in the field: what an earlier death has left must not hurt the next lead.
 */
export async function killAtEachPoint(options: KillOptions = {}): Promise<Row[]> {
  const { choose = () => true, mostVisits = 2, scenarios = SCENARIOS, progress } = options
  await using stage = await startFaultStage({ plan: KILL_PLAN, ...options })
  const covered = new Set<string>()
  const rows: Row[] = []
  const add = (row: Row): void => {
    rows.push(row)
    progress?.(row)
  }
  for (const scenario of scenarios) {
    const visited = await visitsOf(stage, scenario)
    const fresh = Object.entries(visited).filter(
      ([point, visits]) => visits > 0 && !covered.has(point) && choose(point),
    )
    for (const [point, visits] of fresh) {
      covered.add(point)
      for (let nth = 1; nth <= Math.min(visits, mostVisits); nth += 1)
        add(await killOnce(stage, scenario, point, nth))
    }
  }
  return rows
}

/** The same for all points there are: those of a start and a stop, too. What no scenario visits and has no excuse is a broken promise. */
export async function killEverywhere(progress: (row: Row) => void): Promise<void> {
  await using stage = await startFaultStage({ plan: KILL_PLAN })
  const seen = new Set<string>()
  const known = new Set<string>()
  const note = (visits: Readonly<Record<string, number>>) => {
    const fresh = Object.entries(visits).filter(([point, count]) => count > 0 && !seen.has(point))
    for (const point of Object.keys(visits)) known.add(point)
    for (const [point] of fresh) seen.add(point)
    return fresh
  }
  const add = (point: string, row: Row): void => {
    // Another scenario, or a start, may still pass by it.
    if (row.runs === 0) seen.delete(point)
    progress(row)
  }
  const [first, ...others] = SCENARIOS
  if (!first) return
  for (const scenario of [first, ...others, ...DETOURS, FROM_THE_INTAKE_CHANNEL]) {
    for (const [point, visits] of note(await visitsOf(stage, scenario))) {
      for (let nth = 1; nth <= Math.min(visits, mostVisitsOf(point)); nth += 1)
        add(point, await killOnce(stage, scenario, point, nth))
    }
  }
  // A start of its own: the first one had nothing to go on with.
  await missAMessage(stage)
  for (const [point] of note(await visitsOf(stage, first, { afterStart: true })))
    add(point, await killStarting(stage, first, point))
  for (const side of ['before', 'after']) {
    seen.add(`queue.stop ${side}`)
    progress(await killStopping(stage, first, `queue.stop ${side}`))
  }
  const missed = [...known].filter((point) => !seen.has(point) && !(nameOf(point) in EXCUSED))
  progress(
    toRow(
      'every step of every port is visited',
      0,
      NOTHING,
      missed.map((point) => `${point} was not`),
    ),
  )
}

/** Once each; the steps at which ledger, SingleOps and workspace come to differ are taken the second time, too. */
const mostVisitsOf = (point: string): number =>
  /commit$|^gateway\.post|^notifier\.show|^handler\.deliver/u.test(point) ? 2 : 1

const nameOf = (point: string): string => point.split(' ')[0] ?? ''

/** Steps that no lead takes, and why. */
const EXCUSED: Readonly<Record<string, string>> = {
  'queue.drain': 'tests wait with it',
  'queue.poke': 'the store calls it past the port',
  'store.ready': 'asked by tests alone',
  'drafts.findLeadByReference': 'asked by tests alone',
  'catalog.refresh': 'the catalog calls it itself',
  'catalog.drain': 'the catalog calls it itself',
  'catalog.close': 'the catalog calls it itself',
  'gateway.preview': 'doctor prints with it',
  'inbox.tx.findByEmail':
    'only for emails that Slack sends without their headers, which the sandbox does not',
  'drafts.tx.inbox.insert': 'no part of that port',
  'drafts.tx.inbox.findByEmail': 'no part of that port',
  'drafts.tx.inbox.wake': 'no part of that port',
}

async function visitsOf(
  stage: FaultStage,
  scenario: Scenario,
  { afterStart = false } = {},
): Promise<Readonly<Record<string, number>>> {
  if (!afterStart) await stage.replica.order({ do: 'forget visits' })
  await scenario.play(stage)
  await settle(stage)
  return (await stage.replica.up()).visits()
}

async function killOnce(stage: FaultStage, scenario: Scenario, point: string, nth: number): Promise<Row> {
  const { starts } = stage.replica
  await stage.replica.order({ do: 'die', point, nth })
  const entry = await scenario.play(stage)
  await settle(stage)
  await stage.replica.order({ do: 'live' })
  const died = stage.replica.starts > starts
  const name = `kill at ${point} (${nth}, ${scenario.name})${died ? '' : ': not visited'}`
  return toRow(name, died ? 1 : 0, await judge(stage, [entry.Name]))
}

/** What is said in the intake channel while no process runs is read at the next start. */
async function missAMessage(stage: FaultStage): Promise<void> {
  await stage.replica.stop()
  await stage.ws.as('sam').post('leads-inbox', 'Back in ten minutes')
  await stage.replica.start()
}

/** Dies while it starts, with a lead under way. */
async function killStarting(stage: FaultStage, { play }: Scenario, point: string): Promise<Row> {
  const { starts } = stage.replica
  const entry = await play(stage)
  await stage.ws.as('sam').post('leads-inbox', 'Gone for ten minutes')
  await stage.replica.dieWhileStarting({ point, nth: 1 })
  // Some of it comes a moment after the start.
  const dies = async () => stage.replica.starts > starts + 1
  const died = await stage.until('the death', dies).then(
    () => true,
    () => false,
  )
  await settle(stage)
  const name = `kill at ${point} (1, a start)${died ? '' : ': not visited'}`
  return toRow(name, died ? 1 : 0, await judge(stage, [entry.Name]))
}

/** Dies while it stops in good order, with a lead under way. */
async function killStopping(stage: FaultStage, { play }: Scenario, point: string): Promise<Row> {
  const entry = await play(stage)
  const process = await stage.replica.up()
  await process.order({ do: 'die', point, nth: 1 })
  process.signal('SIGTERM')
  const how = await process.gone
  await stage.replica.up()
  await settle(stage)
  const died = how === 'SIGKILL'
  const name = `kill at ${point} (1, a stop)${died ? '' : ': not visited'}`
  return toRow(name, died ? 1 : 0, await judge(stage, [entry.Name]))
}

/** Kills at any point, drawn by the seed, while several people enter leads at the same time. */
export async function killAtRandom(
  options: FaultStageOptions & { readonly seeds: readonly number[]; readonly progress?: (row: Row) => void },
): Promise<Row[]> {
  await using stage = await startFaultStage(options)
  const [first] = SCENARIOS
  if (!first) return []
  const rows: Row[] = []
  for (const seed of options.seeds) {
    const nth = 1 + Math.floor(drawn(seed) * VISITS_OF_THREE_LEADS)
    await stage.replica.order({ do: 'die', point: '*', nth })
    const entries = await Promise.all(['ana', 'sam', 'olivia'].map((name) => first.play(stage, name)))
    await settle(stage)
    await stage.replica.order({ do: 'live' })
    const row = toRow(`random kill, seed ${seed}, step ${nth}`, 1, await judge(stage, namesOf(entries)))
    rows.push(row)
    options.progress?.(row)
  }
  return rows
}

const VISITS_OF_THREE_LEADS = 450
const namesOf = (entries: readonly Entry[]): string[] => entries.map(({ Name }) => Name)

/** Mulberry32. */
function drawn(seed: number): number {
  let mixed = (seed + 0x6d2b79f5) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
