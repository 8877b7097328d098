import { newCaller, type ReachedBy } from '../caller.ts'
import { type Contestant, startContestant } from '../contestant.ts'
import { enterLeads } from '../enter-lead.ts'
import { personOf } from '../payloads.ts'
import { median } from '../percentiles.ts'
import type { Goal, Line, Options, PartResult } from '../result.ts'
import { interleave, ROUNDS } from '../rounds.ts'
import { settle } from '../settle.ts'
import { warmUp } from '../warm-up.ts'

const LEADS_A_ROUND = 150
const PEOPLE = 8

type Cost = { readonly cpuMs: number; readonly perSecond: number }

/** Processor time of one lead from `/lead` to "Created" and its card, and how many an app on one core makes in a second. */
export async function measureCpu({ quick, progress }: Options): Promise<PartResult> {
  await using opened = new AsyncDisposableStack()
  const leadhand = opened.use(await startContestant('leadhand'))
  const bare = opened.use(await startContestant('bare'))
  const lines: Line[] = []
  const goals: Goal[] = []
  for (const by of ['email', 'phone'] as const) {
    for (const app of [leadhand, bare]) await warmUp(app, by, quick ? 100 : 1500)
    const setting = `http · 0 ms · caller with ${by}`
    progress(setting)
    const measured = await interleave(
      [leadhand, bare],
      quick ? 2 : ROUNDS,
      (app) => costOf(app, by),
      progress,
    )
    const middle = (kind: Contestant['kind'], pick: keyof Cost) =>
      median((measured.get(kind) ?? []).map((cost) => cost[pick]))
    const [cpu, bareCpu] = [middle('leadhand', 'cpuMs'), middle('bare', 'cpuMs')]
    const [speed, bareSpeed] = [middle('leadhand', 'perSecond'), middle('bare', 'perSecond')]
    lines.push({ what: 'processor time of a lead', setting, unit: 'ms', leadhand: cpu, bare: bareCpu })
    lines.push({ what: 'leads a second, one core', setting, unit: '', leadhand: speed, bare: bareSpeed })
    goals.push(...toGoals(cpu / bareCpu, speed / bareSpeed, setting))
  }
  return { lines, goals }
}

export async function costOf(
  app: Contestant,
  by: ReachedBy,
  leads = LEADS_A_ROUND,
  people = PEOPLE,
): Promise<Cost> {
  const before = await app.vitals()
  const begunAt = performance.now()
  await enterLeads(app, leads, people, () => newCaller(by), personOf)
  const tookMs = performance.now() - begunAt
  // Cards are brought up to date a moment after the person has read "Created": they are part of the price.
  await settle(app.slack)
  const after = await app.vitals()
  return { cpuMs: (after.cpuMs - before.cpuMs) / leads, perSecond: (leads * 1000) / tookMs }
}

function toGoals(cpuRatio: number, speedRatio: number, setting: string): Goal[] {
  return [
    {
      what: `processor time of a lead that lasts (${setting})`,
      goal: "at most 1.5 × the bare app's, which a crash loses",
      measured: cpuRatio,
      limit: 1.5,
      unit: '×',
    },
    {
      what: `leads a second on one core (${setting})`,
      goal: "at least 0.7 × the bare app's",
      measured: speedRatio,
      limit: 0.7,
      unit: '×',
      atLeast: true,
    },
  ]
}
