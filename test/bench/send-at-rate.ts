import type { Contestant } from './contestant.ts'
import { newTrigger, personOf, slashCommand } from './payloads.ts'

export type Waited = { readonly ackMs: readonly number[]; readonly formMs: readonly number[] }

/** So many `/lead` a second, whether the app keeps up or not; resolves when the last form is open. */
export async function sendAtRate(app: Contestant, perSecond: number, forMs: number): Promise<Waited> {
  const count = Math.round((perSecond * forMs) / 1000)
  const [ackMs, formMs]: [number[], number[]] = [[], []]
  const under: Promise<void>[] = []
  const startedAt = performance.now()
  for (let sent = 0; sent < count; sent += 1) {
    const waitMs = startedAt + (sent * 1000) / perSecond - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    under.push(one(personOf(sent)))
  }
  await Promise.all(under)
  return { ackMs, formMs }

  async function one(user: string): Promise<void> {
    const trigger = newTrigger()
    const isEcho = app.kind === 'echo'
    const opened = isEcho ? undefined : app.slack.opened(trigger)
    const begunAt = performance.now()
    const ack = await app.line.send(slashCommand(user, trigger))
    ackMs.push(ack.ackMs)
    const form = await opened
    if (form) formMs.push(form.atMs - begunAt)
  }
}
