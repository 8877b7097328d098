// Runs every fault there is and prints the table. `node test/faults/run-all.ts [part…] [--readme]`; `--readme` puts it into the README.
import { availableParallelism } from 'node:os'
import { argv, stdout, version } from 'node:process'
import { writeReadmeTable } from './readme-table.ts'
import { STEPS } from './steps.ts'
import { NOTHING, type Row, sum, toRow, toTable } from './table.ts'

const chosen = argv.slice(2).filter((word) => !word.startsWith('--'))
const startedAt = Date.now()
const minutes = (): string => `${Math.round((Date.now() - startedAt) / 6_000) / 10} min`
const groups = new Map<string, Row[]>()

for (const { part, label, run } of STEPS) {
  if (chosen.length > 0 && !chosen.includes(part)) continue
  stdout.write(`\n== ${part}: ${label} (${minutes()})\n`)
  const rows = groups.get(label) ?? []
  groups.set(label, rows)
  const progress = (row: Row): void => {
    rows.push(row)
    stdout.write(`${[row.point, ...row.lost, ...row.doubled, ...row.broken].join(' · ')}\n`)
  }
  try {
    await run(progress)
  } catch (error) {
    progress(toRow(label, 0, NOTHING, [`broke off: ${describe(error)}`]))
  }
}

const lines = [...groups].map(([label, rows]) => sum(label, rows))
const table = toTable(lines)
const words = `Node ${version.slice(1)} on ${availableParallelism()} cores, one run of ${minutes()}`
stdout.write(`\n${table}\n\n${words}\n`)
const bad = lines.flatMap(({ lost, doubled, broken }) => [...lost, ...doubled, ...broken])
if (bad.length > 0) {
  stdout.write(`\n${bad.join('\n')}\n`)
} else if (argv.includes('--readme')) {
  writeReadmeTable(table, words)
}
// Postgres' package ends an idle process with 0, whatever `process.exitCode` says.
process.exit(bad.length > 0 ? 1 : 0)

function describe(error: unknown): string {
  if (error instanceof SuppressedError) return `${describe(error.suppressed)}; ${describe(error.error)}`
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
