import { type Contestant, startContestant } from '../contestant.ts'
import { type Latency, NO_LATENCY, realisticLatency } from '../latency.ts'
import { type Figures, medianOfRounds } from '../percentiles.ts'
import type { Goal, Line, Options, PartResult } from '../result.ts'
import { interleave, ROUNDS } from '../rounds.ts'
import { sendAtRate } from '../send-at-rate.ts'
import { warmUp } from '../warm-up.ts'

const RATES = [20, 100, 300]
const ROUND_MS = 3000
const GOAL_RATE = 100
// Where no goal hangs on it.
const FEWER_ROUNDS = 5

/** `/lead` at 20, 100 and 300 a second: how long until it is acknowledged, and until the form is there. */
export async function measureAcks({ quick, progress }: Options): Promise<PartResult> {
  const lines: Line[] = []
  const goals: Goal[] = []
  for (const transport of ['http', 'socket'] as const) {
    await using opened = new AsyncDisposableStack()
    const leadhand = opened.use(await startContestant('leadhand', { transport }))
    const bare = opened.use(await startContestant('bare', { transport }))
    const echo = transport === 'http' ? [opened.use(await startContestant('echo'))] : []
    for (const app of [leadhand, bare]) await warmUp(app)
    for (const latency of [NO_LATENCY, realisticLatency(1)]) {
      for (const rate of RATES) {
        const setting = `${transport} · ${latency.name} · ${rate}/s`
        progress(setting)
        const apps = [leadhand, bare, ...echo]
        const decides = rate === GOAL_RATE && latency === NO_LATENCY
        const rounds = quick ? 2 : decides ? ROUNDS : FEWER_ROUNDS
        const measured = await measureRate(apps, latency, rate, { quick, progress, rounds })
        lines.push(...toLines(measured, setting, latency))
        if (decides) goals.push(toGoal(measured, setting))
      }
    }
  }
  return { lines, goals }
}

type Measured = ReadonlyMap<
  Contestant['kind'],
  { readonly ack: Figures; readonly form: Figures; readonly p99: number }
>

async function measureRate(
  apps: readonly Contestant[],
  latency: Latency,
  rate: number,
  { quick, progress, rounds }: Options & { readonly rounds: number },
): Promise<Measured> {
  for (const app of apps) app.setLatency(latency)
  const measured = await interleave(
    apps,
    rounds,
    (app) => sendAtRate(app, rate, quick ? 1000 : ROUND_MS),
    progress,
  )
  return new Map(
    [...measured].map(([kind, each]) => {
      const ack = medianOfRounds(each.map(({ ackMs }) => ackMs))
      return [kind, { ack, form: medianOfRounds(each.map(({ formMs }) => formMs)), p99: ack.p99 }]
    }),
  )
}

function toLines(measured: Measured, setting: string, latency: Latency): Line[] {
  const [leadhand, bare, echo] = (['leadhand', 'bare', 'echo'] as const).map((kind) => measured.get(kind))
  if (!leadhand || !bare) return []
  const ideal = latency.slackMs()
  return [
    { what: '/lead → ack', setting, unit: 'ms', leadhand: leadhand.ack, bare: bare.ack },
    ...(echo
      ? [{ what: 'for comparison: a server that only answers', setting, unit: 'ms', bare: echo.ack }]
      : []),
    {
      what: '/lead → form',
      setting,
      unit: 'ms',
      leadhand: leadhand.form,
      bare: bare.form,
      ...(ideal > 0 && { ideal }),
    },
  ]
}

function toGoal(measured: Measured, setting: string): Goal {
  const [leadhand = Number.NaN, bare = Number.NaN] = (['leadhand', 'bare'] as const).map(
    (kind) => measured.get(kind)?.p99,
  )
  return {
    what: `/lead → ack, p99 (${setting})`,
    goal: "at most 1.3 × the bare app's",
    measured: leadhand / bare,
    limit: 1.3,
    unit: '×',
  }
}
