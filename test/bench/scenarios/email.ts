import { type Contestant, startContestant } from '../contestant.ts'
import { type Latency, NO_LATENCY, realisticLatency } from '../latency.ts'
import { longEmail } from '../long-email.ts'
import { messageShortcut, newTrigger, personOf } from '../payloads.ts'
import { medianOfRounds } from '../percentiles.ts'
import type { Line, Options, PartResult } from '../result.ts'
import { interleave, ROUNDS } from '../rounds.ts'
import { warmUp } from '../warm-up.ts'

const EMAILS_A_ROUND = 20
const LENGTH = 100_000

type Times = { readonly ackMs: number; readonly shownMs: number; readonly filledMs: number }

/** The shortcut *Create lead* on an email of 100 kB, with all of it in the payload, and cut off so that it has to be fetched. */
export async function measureEmail({ quick, progress }: Options): Promise<PartResult> {
  await using opened = new AsyncDisposableStack()
  const leadhand = opened.use(await startContestant('leadhand'))
  const bare = opened.use(await startContestant('bare'))
  for (const app of [leadhand, bare]) await warmUp(app)
  const lines: Line[] = []
  for (const latency of [NO_LATENCY, realisticLatency(3)]) {
    for (const isCut of [false, true]) {
      const setting = `http · ${latency.name} · ${isCut ? 'cut off' : 'whole'}`
      progress(setting)
      lines.push(...(await measureOne([leadhand, bare], latency, isCut, quick, progress, setting)))
    }
  }
  return { lines }
}

async function measureOne(
  apps: readonly Contestant[],
  latency: Latency,
  isCut: boolean,
  quick: boolean,
  progress: Options['progress'],
  setting: string,
): Promise<Line[]> {
  for (const app of apps) app.setLatency(latency)
  const measured = await interleave(
    apps,
    quick ? 2 : ROUNDS,
    async (app) => {
      const times: Times[] = []
      for (let index = 0; index < EMAILS_A_ROUND; index += 1) times.push(await create(app, index, isCut))
      return times
    },
    progress,
  )
  const figures = (kind: Contestant['kind'], pick: (times: Times) => number) =>
    medianOfRounds((measured.get(kind) ?? []).map((round) => round.map(pick)))
  const line = (what: string, pick: (times: Times) => number, trips: number): Line => ({
    what,
    setting,
    unit: 'ms',
    leadhand: figures('leadhand', pick),
    bare: figures('bare', pick),
    ...(latency.slackMs() * trips > 0 && { ideal: latency.slackMs() * trips }),
  })
  const filled = line('100 kB email → form filled from all of it', ({ filledMs }) => filledMs, 3)
  const { bare: _, ...alone } = filled
  return [
    line('100 kB email → ack', ({ ackMs }) => ackMs, 0),
    line(`100 kB email → ${isCut ? 'first view' : 'form'}`, ({ shownMs }) => shownMs, 1),
    // The bare app shows what the payload has and no more.
    ...(isCut ? [alone] : []),
  ]
}

let emails = 0

async function create(app: Contestant, index: number, isCut: boolean): Promise<Times> {
  emails += 1
  const file = longEmail(emails, LENGTH)
  const shared = isCut ? { ...file, plain_text: '', simplified_html: '', has_more: true } : file
  app.slack.setFile(file)
  const trigger = newTrigger()
  const opened = app.slack.opened(trigger)
  const message = { type: 'message', ts: `17${emails}.0001`, text: '', files: [shared] }
  const begunAt = performance.now()
  const { ackMs } = await app.line.send(messageShortcut(personOf(index), trigger, message))
  const shown = await opened
  const filled =
    isCut && app.kind === 'leadhand' ? await app.slack.updated(shown.viewId, '"operation') : shown
  return { ackMs, shownMs: shown.atMs - begunAt, filledMs: filled.atMs - begunAt }
}
