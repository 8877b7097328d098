import type { ChannelHistory, InboxStore } from './ports.ts'
import { receiveMessage } from './receive-message.ts'

export type GapDeps = {
  readonly inbox: InboxStore
  readonly history: ChannelHistory
  readonly channels: readonly string[]
  readonly now: () => number
}

/**
 * Reads what was said in the intake channels since they were last read, and stores what is new; gives how many. What was said before
 * the first time is left alone.
 */
export async function closeGaps(deps: GapDeps): Promise<number> {
  let stored = 0
  for (const channel of deps.channels) stored += await closeGap(channel, deps)
  return stored
}

async function closeGap(channel: string, deps: GapDeps): Promise<number> {
  const { inbox, history, now } = deps
  const since = await inbox.cursor(channel)
  if (since === undefined) {
    await inbox.setCursor(channel, (now() / 1000).toFixed(6))
    return 0
  }
  const { arrivals, newest } = await history.since(channel, since)
  let stored = 0
  for (const arrival of arrivals) {
    if (await receiveMessage(arrival, deps)) stored += 1
  }
  if (newest !== undefined) await inbox.setCursor(channel, newest)
  return stored
}
