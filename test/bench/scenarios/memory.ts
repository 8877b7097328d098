import { newCaller } from '../caller.ts'
import { type Contestant, startContestant } from '../contestant.ts'
import { enterLeads } from '../enter-lead.ts'
import { personOf } from '../payloads.ts'
import type { Options, PartResult, Progress } from '../result.ts'
import { settle } from '../settle.ts'

const COMPARED_AT = 10_000
const MOST = 100_000
// On a quiet machine 100,000 leads take twenty minutes, on a busy one most of an hour; a run ends after this, and says how far it came.
const WITHIN_MS = 22 * 60_000
const PEOPLE = 12
// What a heap keeps of itself comes and goes by that much.
const FLAT_WITHIN_MB = 30

/** Resident memory after a forced collection: both apps after the same leads, then Leadhand alone as their number grows. */
export async function measureMemory({ quick, progress }: Options): Promise<PartResult> {
  const [compared, most] = quick ? [300, 900] : [COMPARED_AT, MOST]
  const rows: string[][] = []
  const note = async (app: Contestant, leads: number): Promise<number> => {
    const { residentMb, heapMb } = await app.vitals(true)
    rows.push([
      app.kind === 'bare' ? 'bare Bolt' : 'Leadhand',
      String(leads),
      residentMb.toFixed(0),
      heapMb.toFixed(0),
    ])
    progress(`${app.kind}: ${leads} leads, ${residentMb.toFixed(0)} MB`)
    return residentMb
  }

  await using opened = new AsyncDisposableStack()
  const bare = opened.use(await startContestant('bare'))
  const leadhand = opened.use(await startContestant('leadhand'))
  const [bareStart, ownStart] = [await note(bare, 0), await note(leadhand, 0)]
  await enter(bare, compared, progress)
  const bareMb = await note(bare, compared)
  await enter(leadhand, compared, progress)
  const ownMb = await note(leadhand, compared)

  const giveUpAt = performance.now() + WITHIN_MS
  const step = Math.ceil((most - compared) / 9)
  let [entered, lastMb] = [compared, ownMb]
  while (entered < most && performance.now() < giveUpAt) {
    await enter(leadhand, step, progress)
    entered += step
    lastMb = await note(leadhand, entered)
  }
  const setting = 'http · 0 ms'
  return {
    lines: [
      { what: 'memory at start', setting, unit: 'MB', leadhand: ownStart, bare: bareStart },
      { what: `memory after ${compared} leads`, setting, unit: 'MB', leadhand: ownMb, bare: bareMb },
    ],
    goals: [
      {
        what: `memory after ${compared} leads`,
        goal: "at most the bare app's + 60 MB",
        measured: ownMb - bareMb,
        limit: 60,
        unit: 'MB more',
      },
      {
        what: `memory from ${compared} to ${entered} leads`,
        goal: `flat: at most ${FLAT_WITHIN_MB} MB more`,
        measured: lastMb - ownMb,
        limit: FLAT_WITHIN_MB,
        unit: 'MB more',
      },
    ],
    tables: [
      { title: 'Memory as leads are entered', head: ['app', 'leads', 'resident MB', 'heap MB'], rows },
    ],
    notes: entered < most ? [`The run was ended at ${entered} of ${most} leads.`] : [],
  }
}

async function enter(app: Contestant, count: number, progress: Progress): Promise<void> {
  const PORTION = 2500
  for (let left = count; left > 0; left -= PORTION) {
    await enterLeads(app, Math.min(left, PORTION), PEOPLE, () => newCaller('email'), personOf)
    app.slack.forget()
    progress(`${app.kind}: ${count - left + Math.min(left, PORTION)} of ${count}`)
  }
  await settle(app.slack)
}
