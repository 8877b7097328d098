import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startContestant } from '../contestant.ts'
import { median } from '../percentiles.ts'
import type { Options, PartResult } from '../result.ts'
import { ROUNDS } from '../rounds.ts'
import { warmUp } from '../warm-up.ts'

const LEADS = 500

/** From the start of the process to its being ready, on a database with leads in it. */
export async function measureStart({ quick, progress }: Options): Promise<PartResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-bench-start-'))
  try {
    {
      await using first = await startContestant('leadhand', { dataDir })
      await warmUp(first, 'email', LEADS)
    }
    const took: Record<'leadhand' | 'bare', number[]> = { leadhand: [], bare: [] }
    for (let round = 0; round < (quick ? 2 : ROUNDS); round += 1) {
      for (const kind of ['leadhand', 'bare'] as const) {
        await using app = await startContestant(kind, { dataDir })
        took[kind].push(app.readyAfterMs)
      }
      progress(`start ${round + 1}`)
    }
    const [leadhand, bare] = [median(took.leadhand), median(took.bare)]
    return {
      lines: [
        { what: 'start to ready', setting: `http · ${LEADS} leads stored`, unit: 'ms', leadhand, bare },
      ],
      goals: [
        {
          what: 'start to ready, on an existing database',
          goal: "at most 3 × the bare app's",
          measured: leadhand / bare,
          limit: 3,
          unit: '×',
        },
      ],
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
