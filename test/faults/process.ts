import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Order, Plan, Report } from './orders.ts'

/** A real Leadhand process that can be told when to die. */
export type AppProcess = {
  readonly port: number
  /** Resolves with signal or exit code. */
  readonly gone: Promise<string>
  readonly isGone: () => boolean
  order(order: Order): Promise<void>
  visits(): Promise<Readonly<Record<string, number>>>
  signal(signal: 'SIGKILL' | 'SIGTERM'): void
}

/** The process said why it can't start. */
export class RefusedStartError extends Error {
  override name = 'RefusedStartError'
  readonly code = 'refused_start'
}

const UP_WITHIN_MS = 60_000

/** Resolves when it listens; rejects with RefusedStartError. `log` takes what it wrote. */
export async function startProcess(
  env: Readonly<Record<string, string>>,
  plan: Plan,
  log: (lines: string) => void,
): Promise<AppProcess> {
  const child = spawn(process.execPath, ['test/faults/main.ts', JSON.stringify(plan)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.stdout?.on('data', (lines) => log(String(lines)))
  child.stderr?.on('data', (lines) => log(String(lines)))
  const gone = once(child, 'exit').then(([code, signal]) => String(signal ?? code))
  const tooLate = setTimeout(() => child.kill('SIGKILL'), UP_WITHIN_MS)
  const first = await Promise.race([
    firstReport(child),
    gone.then((how): Report => ({ refused: `ended with ${how}` })),
  ])
  clearTimeout(tooLate)
  if (first.port === undefined) throw new RefusedStartError(first.refused)
  return {
    port: first.port,
    gone,
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    async order(order) {
      const answered = Promise.race([once(child, 'message'), gone])
      if (child.connected) child.send(order, () => undefined)
      await answered
    },
    async visits() {
      const answered = Promise.race([
        once(child, 'message').then(([report]: Report[]) => report?.visits ?? {}),
        gone.then(() => ({})),
      ])
      if (child.connected) child.send({ do: 'tell visits' } satisfies Order, () => undefined)
      return answered
    },
    signal: (signal) => void child.kill(signal),
  }
}

async function firstReport(child: ChildProcess): Promise<Report> {
  const [report] = await once(child, 'message')
  return report as Report
}
