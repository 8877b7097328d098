import type { Entry } from './person.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { type FaultStage, type FaultStageOptions, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, settle } from './verdict.ts'

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
  await using stage = await startFaultStage(options)
  const covered = new Set<string>()
  const rows: Row[] = []
  for (const scenario of scenarios) {
    const visited = await visitsOf(stage, scenario)
    const fresh = Object.entries(visited).filter(([point]) => !covered.has(point) && choose(point))
    for (const [point, visits] of fresh) {
      covered.add(point)
      for (let nth = 1; nth <= Math.min(visits, mostVisits); nth += 1) {
        const row = await killOnce(stage, scenario, point, nth)
        rows.push(row)
        progress?.(row)
      }
    }
  }
  return rows
}

async function visitsOf(stage: FaultStage, scenario: Scenario): Promise<Readonly<Record<string, number>>> {
  await stage.replica.order({ do: 'forget visits' })
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
