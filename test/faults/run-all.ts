// Runs every fault there is and prints the table. `node test/faults/run-all.ts [part…]`; takes about a quarter of an hour.
import { argv, stdout } from 'node:process'
import { raceDecisions } from './decisions.ts'
import { killAtEachPoint, killAtRandom } from './kill-points.ts'
import { confirmWithoutMemory, jumpClock, startTwice } from './memory-trouble.ts'
import { killReplicas, restartPostgres, rollReplicas } from './replicas.ts'
import { enterSameCallerTwice } from './same-caller.ts'
import { cutEachPost, refuseConnections } from './singleops-cuts.ts'
import { cutEachSlackCall, doubleEverything } from './slack-cuts.ts'
import { type Row, sum, toTable } from './table.ts'

const progress = ({ point, lost, doubled }: Row): void => {
  stdout.write(`${[point, ...lost, ...doubled].join(' · ')}\n`)
}
const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1)

const PARTS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  kill: async () => byPort(await killAtEachPoint({ progress })),
  random: async () => [sum('random kills under load', await killAtRandom({ seeds: SEEDS, progress }))],
  singleops: async () => [
    await refuseConnections(),
    ...(await cutEachPost({ progress })),
    ...(await cutEachPost({ known: true, progress })),
  ],
  slack: async () => [
    ...byMethod(await cutEachSlackCall({ progress })),
    await doubleEverything(),
    await doubleEverything({ transport: 'socket' }),
  ],
  memory: async () => [...(await confirmWithoutMemory()), await startTwice(), ...(await jumpClock())],
  replicas: async () => [
    await killReplicas({ transport: 'http', leads: 10, kills: 6 }),
    await killReplicas({ transport: 'socket', leads: 10, kills: 6 }),
    await rollReplicas({ transport: 'http', leads: 10 }),
    await rollReplicas({ transport: 'socket', leads: 10 }),
    await restartPostgres({ leads: 6 }),
  ],
  decisions: async () => [...(await raceDecisions()), ...(await enterSameCallerTwice())],
}

/** One line for each port and side: the single points would fill pages. */
function byPort(rows: readonly Row[]): Row[] {
  const groups = Map.groupBy(rows, ({ point }) => point.replace(/\..*? (before|after|commit).*/u, ', $1'))
  return [...groups].map(([name, group]) => sum(name, group))
}

function byMethod(rows: readonly Row[]): Row[] {
  const groups = Map.groupBy(
    rows.filter(({ point }) => !point.endsWith('not called')),
    ({ point }) => `${point.split(' ').slice(0, 2).join(' ')} fails`,
  )
  return [...groups].map(([name, group]) => sum(name, group))
}

const chosen = argv.slice(2)
const rows: Row[] = []
for (const [name, run] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  stdout.write(`\n== ${name}\n`)
  try {
    rows.push(...(await run()))
  } catch (error) {
    stdout.write(`${name} broke off: ${describe(error)}\n`)
    process.exitCode = 1
  }
}
stdout.write(`\n${toTable(rows)}\n`)
const bad = rows.flatMap(({ point, lost, doubled }) =>
  [...lost, ...doubled].map((what) => `${point}: ${what}`),
)
if (bad.length > 0) {
  stdout.write(`\n${bad.join('\n')}\n`)
  process.exitCode = 1
}

function describe(error: unknown): string {
  if (error instanceof SuppressedError) return `${describe(error.suppressed)}; ${describe(error.error)}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
