import type { Death, Order, Plan } from './orders.ts'
import { type AppProcess, RefusedStartError, startProcess } from './process.ts'

/** A place where a Leadhand process runs, and is started again whenever it has died, as a container is. */
export type Replica = {
  /** Resolves with the running process; waits for one while it is being started. */
  up(): Promise<AppProcess>
  readonly port: number | undefined
  order(order: Order): Promise<void>
  /** Resolves once it is up again. */
  kill(): Promise<void>
  /** Ends it in good order and leaves it down; resolves with how it ended. */
  stop(): Promise<string>
  start(): Promise<void>
  /** Stops it in good order and starts it with other settings, or as another version; resolves with how it ended. */
  restartWith(changes: Changes): Promise<string>
  /** Its next start ends there; it is started again. Resolves once it is up. */
  dieWhileStarting(death: Death): Promise<void>
  /** How often it was started. */
  readonly starts: number
}

/** In what its next starts differ. */
export type Changes = { readonly env?: Readonly<Record<string, string>>; readonly plan?: Plan }

export async function startReplica(
  env: Readonly<Record<string, string>>,
  plan: () => Plan,
  hear: { readonly changed: () => void; readonly log: (lines: string) => void },
): Promise<Replica> {
  let starts = 0
  let isWanted = true
  let nextDeath: Death | undefined
  let changes: Changes = {}
  let current: AppProcess | undefined
  let next = begin()

  async function begin(): Promise<AppProcess> {
    starts += 1
    const death = nextDeath
    nextDeath = undefined
    const ownPlan = { ...plan(), ...changes.plan, ...(death && { death }) }
    const started = await startProcess({ ...env, ...changes.env }, ownPlan, hear.log).catch(
      (error: unknown) => {
        if (death && error instanceof RefusedStartError) return undefined
        throw error
      },
    )
    if (!started) return begin()
    current = started
    hear.changed()
    void started.gone.then(() => {
      current = undefined
      hear.changed()
      if (!isWanted) return
      next = begin()
      next.catch((error: unknown) => hear.log(`not started again: ${String(error)}`))
    })
    return started
  }
  async function up(): Promise<AppProcess> {
    for (;;) {
      const found = await next
      if (!found.isGone()) return found
      await found.gone
      await Promise.resolve()
      if (!isWanted) throw new Error('The replica was stopped')
    }
  }

  async function kill(): Promise<void> {
    const process = await up()
    process.signal('SIGKILL')
    await process.gone
    await up()
  }

  async function stop(): Promise<string> {
    isWanted = false
    const process = await next
    process.signal('SIGTERM')
    return process.gone
  }
  async function start(): Promise<void> {
    isWanted = true
    next = begin()
    await next
  }

  await next
  return {
    up,
    get port() {
      return current?.port
    },
    get starts() {
      return starts
    },
    order: async (order) => (await up()).order(order),
    kill,
    async dieWhileStarting(death) {
      nextDeath = death
      await kill()
    },
    stop,
    start,
    async restartWith(wanted) {
      const ended = await stop()
      changes = wanted
      await start()
      return ended
    },
  }
}
