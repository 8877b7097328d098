import { newCaller } from '../caller.ts'
import { startContestant } from '../contestant.ts'
import { enterLeads, type LeadTimes } from '../enter-lead.ts'
import { NO_LATENCY, realisticLatency } from '../latency.ts'
import { personOf } from '../payloads.ts'
import { median, medianOfRounds } from '../percentiles.ts'
import type { Goal, Line, Options, PartResult } from '../result.ts'
import { interleave, ROUNDS } from '../rounds.ts'
import { warmUp } from '../warm-up.ts'

const LEADS_A_ROUND = 20
// Few enough that nobody waits for anybody else's search or POST.
const PEOPLE = 4

/** A lead from `/lead` to "Created": what its person waits for at each step, beside what Slack and SingleOps themselves take. */
export async function measureJourneys({ quick, progress }: Options): Promise<PartResult> {
  const lines: Line[] = []
  const goals: Goal[] = []
  for (const transport of ['http', 'socket'] as const) {
    await using opened = new AsyncDisposableStack()
    const leadhand = opened.use(await startContestant('leadhand', { transport }))
    const bare = opened.use(await startContestant('bare', { transport }))
    for (const app of [leadhand, bare]) await warmUp(app)
    for (const latency of [NO_LATENCY, realisticLatency(2)]) {
      for (const by of ['email', 'phone'] as const) {
        const setting = `${transport} · ${latency.name} · caller with ${by}`
        progress(setting)
        for (const app of [leadhand, bare]) app.setLatency(latency)
        const people = latency === NO_LATENCY ? 1 : PEOPLE
        const measured = await interleave(
          [leadhand, bare],
          quick ? 2 : ROUNDS,
          (app) => enterLeads(app, LEADS_A_ROUND, people, () => newCaller(by), personOf),
          progress,
        )
        const [ours = [], theirs = []] = [measured.get('leadhand'), measured.get('bare')]
        lines.push(...toLines(ours, theirs, setting))
        if (by === 'email') goals.push(...toGoals(ours.flat(), setting))
      }
    }
  }
  return { lines, goals }
}

type Rounds = readonly (readonly LeadTimes[])[]

const STEPS = [
  ['/lead → ack', 'commandAckMs'],
  ['/lead → form', 'formMs', 'idealFormMs'],
  ['submit → ack', 'submitAckMs'],
  ['submit → choice of the client', 'matchMs'],
  ['confirm → ack', 'confirmAckMs'],
  ['confirm → POST at SingleOps', 'postMs'],
  ['confirm → "Created"', 'createdMs', 'idealCreatedMs'],
] as const

function toLines(ours: Rounds, theirs: Rounds, setting: string): Line[] {
  return STEPS.map(([what, step, idealStep]) => {
    const ideal = idealStep && median(ours.flat().map((times) => times[idealStep]))
    return {
      what,
      setting,
      unit: 'ms',
      leadhand: medianOfRounds(ours.map((round) => round.map((times) => times[step]))),
      bare: medianOfRounds(theirs.map((round) => round.map((times) => times[step]))),
      ...(ideal ? { ideal } : {}),
    }
  })
}

/** Per lead against its own round trips, since some of them are slow; the median lead decides. */
function toGoals(leads: readonly LeadTimes[], setting: string): Goal[] {
  const over = (waited: keyof LeadTimes, ideal: keyof LeadTimes) =>
    median(leads.map((times) => times[waited] - 1.05 * times[ideal]))
  return [
    {
      what: `/lead → form (${setting})`,
      goal: 'at most 1.05 × ideal + 5 ms',
      measured: over('formMs', 'idealFormMs'),
      limit: 5,
      unit: 'ms over 1.05 × ideal',
    },
    {
      what: `confirm → "Created" (${setting})`,
      goal: 'at most 1.05 × ideal + 10 ms',
      measured: over('createdMs', 'idealCreatedMs'),
      limit: 10,
      unit: 'ms over 1.05 × ideal',
    },
  ]
}
