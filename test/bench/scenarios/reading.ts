import { readFileSync } from 'node:fs'
import { extractLead } from '../../../src/extract/extract-lead.ts'
import type { ExtractInput } from '../../../src/extract/extraction.ts'
import { readMessage } from '../../../src/slack/message-source.ts'
import { HOSTILE } from '../hostile-texts.ts'
import { median } from '../percentiles.ts'
import type { Goal, Line, Options, PartResult } from '../result.ts'

const PASSES = 12
const LENGTH = 100_000
const TRIES = 7

/** How fast emails and messages are read, on one core and without any input or output; and what made-up ones can do to it. */
export async function measureReading({ quick, progress }: Options): Promise<PartResult> {
  const corpus = readCorpus()
  const perSecond: number[] = []
  for (let pass = 0; pass < (quick ? 3 : PASSES); pass += 1) {
    const begunAt = performance.now()
    for (const input of corpus) extractLead(input, SETTINGS)
    perSecond.push((corpus.length * 1000) / (performance.now() - begunAt))
  }
  // The first passes compile the code.
  const speed = median(perSecond.slice(Math.floor(perSecond.length / 3)))
  progress(`${speed.toFixed(0)} a second`)
  const lines: Line[] = [
    {
      what: 'emails and messages read',
      setting: `${corpus.length} of the test corpus`,
      unit: 'a second',
      leadhand: speed,
    },
  ]
  const goals: Goal[] = [
    {
      what: 'emails and messages read on one core',
      goal: 'at least 1,000 a second',
      measured: speed,
      limit: 1000,
      unit: 'a second',
      atLeast: true,
    },
  ]
  const families = Object.entries(HOSTILE).map(([family, make]) => {
    const [once, twice] = [fastest(make(LENGTH)), fastest(make(2 * LENGTH))]
    progress(`${family}: ${once.toFixed(1)} ms, ${twice.toFixed(1)} ms`)
    lines.push({ what: `reading 200 kB of ${family}`, setting: 'made up', unit: 'ms', leadhand: twice })
    return { family, twice, growth: twice / once }
  })
  const slowest = families.reduce((worst, one) => (one.twice > worst.twice ? one : worst))
  const steepest = families.reduce((worst, one) => (one.growth > worst.growth ? one : worst))
  goals.push(
    {
      what: `reading 200 kB of hostile text, the slowest kind (${slowest.family})`,
      goal: 'under 150 ms',
      measured: slowest.twice,
      limit: 150,
      unit: 'ms',
    },
    {
      what: `reading 200 kB of it against 100 kB, the steepest kind (${steepest.family})`,
      goal: 'at most 2.5 ×',
      measured: steepest.growth,
      limit: 2.5,
      unit: '×',
    },
  )
  return { lines, goals }
}

const SETTINGS = { country: 'US', areaCode: '770', ownDomains: [], ownPhones: [], ownNames: [] }

function readCorpus(): ExtractInput[] {
  const text = readFileSync(new URL('../../corpus/leads.jsonl', import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readMessage((JSON.parse(line) as { slack: unknown }).slack).input)
}

/** The least of some tries: what the machine does besides can only add to it. */
function fastest(text: string): number {
  const took = Array.from({ length: TRIES }, () => {
    const begunAt = performance.now()
    extractLead({ kind: 'email', from: [], to: [], cc: [], attachments: [], subject: 'Oak', text }, SETTINGS)
    return performance.now() - begunAt
  })
  return Math.min(...took)
}
