import { raceDecisions } from './decisions.ts'
import { judgeStorm } from './judge-storm.ts'
import { killInFlight } from './kill-in-flight.ts'
import { killAtRandom, killEverywhere } from './kill-points.ts'
import { confirmWithoutMemory, jumpClock, startTwice } from './memory-trouble.ts'
import { sendToDeadEnds } from './network-cuts.ts'
import { cutEachQuestion } from './question-cuts.ts'
import { killReplicas, restartPostgres, rollReplicas, upgradeReplicas } from './replicas.ts'
import { enterSameCallerTwice } from './same-caller.ts'
import { cutEachPost, refuseConnections } from './singleops-cuts.ts'
import { cutEachSlackCall, doubleAcrossReplicas, doubleEverything } from './slack-cuts.ts'
import { stopUnderWay } from './stops.ts'
import { runStorm } from './storm.ts'
import type { Row } from './table.ts'
import { tellOutages } from './told-once.ts'

export type Progress = (row: Row) => void

/** Steps with one label are one line of the table. */
export type Step = {
  readonly part: string
  readonly label: string
  run(progress: Progress): Promise<void>
}

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1)
const LOAD = { leads: 10 } as const

export const STEPS: readonly Step[] = [
  ...[false, true].map((known) => ({
    part: 'singleops',
    label: `each way a call to SingleOps can be cut, ${known ? 'known' : 'new'} client`,
    run: async (progress: Progress) => {
      if (!known) {
        progress(await refuseConnections())
        await sendToDeadEnds({ progress })
      }
      await cutEachPost({ known, progress })
    },
  })),
  {
    part: 'singleops',
    label: 'each way a question to SingleOps can be cut',
    run: async (progress) => void (await cutEachQuestion({ progress })),
  },
  {
    part: 'slack',
    label: 'each call to Slack failing in each way',
    run: async (progress) => void (await cutEachSlackCall({ progress })),
  },
  ...(['http', 'socket'] as const).map((transport) => ({
    part: 'slack',
    label: 'Slack delivers everything twice',
    run: async (progress: Progress) => {
      progress(await doubleEverything({ transport }))
      progress(await doubleAcrossReplicas(transport))
    },
  })),
  {
    part: 'memory',
    label: 'disk full, read-only database, second process',
    run: async (progress) => {
      for (const row of await confirmWithoutMemory()) progress(row)
      progress(await startTwice())
    },
  },
  {
    part: 'memory',
    label: 'clock jumps',
    run: async (progress) => {
      for (const row of await jumpClock()) progress(row)
    },
  },
  ...(['http', 'socket'] as const).flatMap((transport) => [
    {
      part: 'replicas',
      label: 'three replicas under load, killed in turn',
      run: async (progress: Progress) => progress(await killReplicas({ transport, ...LOAD, kills: 6 })),
    },
    {
      part: 'replicas',
      label: 'rolling restart under load',
      run: async (progress: Progress) => progress(await rollReplicas({ transport, ...LOAD })),
    },
    {
      part: 'replicas',
      label: 'rolling upgrade under load, both versions on the new schema',
      run: async (progress: Progress) => progress(await upgradeReplicas({ transport, ...LOAD })),
    },
  ]),
  {
    part: 'replicas',
    label: 'Postgres restarted under load',
    run: async (progress) => progress(await restartPostgres({ leads: 6 })),
  },
  { part: 'stop', label: 'stopped while something is under way', run: stopUnderWay },
  ...(['SQLite', 'Postgres'] as const).map((engine) => ({
    part: 'told',
    label: 'outages, each told once when it begins and once when it is over',
    run: (progress: Progress) => tellOutages(engine, progress),
  })),
  {
    part: 'decisions',
    label: 'two people press at once, on two replicas',
    run: async (progress) => {
      await raceDecisions({ progress })
    },
  },
  {
    part: 'decisions',
    label: 'two takers, the same new caller, one cut off',
    run: async (progress) => {
      for (const row of await enterSameCallerTwice()) progress(row)
    },
  },
  {
    part: 'storm',
    label: '500 leads in a minute, SingleOps down for ten',
    run: async (progress) => progress(judgeStorm(await runStorm(500))),
  },
  { part: 'kill', label: 'killed before or after each step and commit', run: killEverywhere },
  { part: 'kill', label: 'killed while the POST is under way', run: killInFlight },
  {
    part: 'random',
    label: 'killed at random under load',
    run: async (progress) => void (await killAtRandom({ seeds: SEEDS, progress })),
  },
]
