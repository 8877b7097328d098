// Everything that is measured, side by side with a bare Bolt app. `npm run bench`, or `npm run bench -- part… [--quick]`. About 50 minutes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { toSvg } from './chart.ts'
import { hurrySelf, pinSelf } from './pinned.ts'
import { toMarkdown } from './report.ts'
import type { Run, Scenario } from './result.ts'
import { measureAcks } from './scenarios/acks.ts'
import { measureCpu } from './scenarios/cpu.ts'
import { measureEmail } from './scenarios/email.ts'
import { measureGrowth } from './scenarios/growth.ts'
import { measureJourneys } from './scenarios/journeys.ts'
import { measureMemory } from './scenarios/memory.ts'
import { measureReading } from './scenarios/reading.ts'
import { measureReconnects } from './scenarios/reconnects.ts'
import { measureStart } from './scenarios/start.ts'
import { measureStoredLeads } from './scenarios/stored-leads.ts'
import { writeReadme } from './write-readme.ts'

/** In the order in which they run, with about how many minutes each takes. */
const PARTS: Readonly<Record<string, readonly [Scenario, minutes: number]>> = {
  start: [measureStart, 1],
  acks: [measureAcks, 13],
  journeys: [measureJourneys, 5],
  email: [measureEmail, 1],
  cpu: [measureCpu, 3],
  reconnects: [measureReconnects, 3],
  'stored-leads': [measureStoredLeads, 4],
  growth: [measureGrowth, 6],
  memory: [measureMemory, 24],
  reading: [measureReading, 1],
}

const LAST_RUN = new URL('last-run.json', import.meta.url)
const MARKDOWN = new URL('last-run.md', import.meta.url)
const CHART = new URL('../../docs/images/bench.svg', import.meta.url)
const README = new URL('../../README.md', import.meta.url)

const quick = argv.includes('--quick')
const chosen = argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = chosen.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  throw new RangeError(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}`)
}

const parted = pinSelf()
hurrySelf()
stdout.write(parted ? 'Apps on one core, measuring on another.\n' : 'This machine can not part its cores.\n')
// What was not run this time keeps its last figures.
let run: Run = existsSync(LAST_RUN) && !quick ? JSON.parse(readFileSync(LAST_RUN, 'utf8')) : { parts: {} }

for (const [name, [measure, minutes]] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  stdout.write(`\n== ${name}, about ${minutes} min\n`)
  const begunAt = performance.now()
  try {
    const result = await measure({ quick, progress: (text) => void stdout.write(`   ${text}\n`) })
    const seconds = Math.round((performance.now() - begunAt) / 1000)
    run = { parts: { ...run.parts, [name]: { at: new Date().toISOString(), seconds, ...result } } }
    stdout.write(`${toMarkdown({ parts: { [name]: { at: '', seconds, ...result } } })}\n   ${seconds} s\n`)
    if (!quick) keep(run)
  } catch (error) {
    stdout.write(
      `${name} broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = 1
  }
}
stdout.write(`\n${toMarkdown(run)}\n`)

function keep(done: Run): void {
  writeFileSync(LAST_RUN, `${JSON.stringify(done, undefined, 1)}\n`)
  writeFileSync(MARKDOWN, `# The last run of \`npm run bench\`\n\n${toMarkdown(done)}\n`)
  writeFileSync(CHART, toSvg(done))
  writeReadme(README, done)
}
