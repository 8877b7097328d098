import type { ChannelHistory, InboxStore } from './ports.ts'
import { receiveMessage } from './receive-message.ts'

export type GapDeps = {
  readonly inbox: InboxStore
  readonly history: ChannelHistory
  /** The intake channels of the settings. */
  readonly channels: readonly string[]
  readonly now: () => number
}

export type GapsClosed = {
  /** How many messages had been missed. */
  readonly stored: number
  readonly failures: readonly { readonly channel: string; readonly err: unknown }[]
}

/**
 * Reads what was said in the intake channels and in the app's direct messages since they were last read, and stores what is new. What
 * was said before the first time is left alone. A channel that can't be read keeps none of the others from being read.
 */
export async function closeGaps(deps: GapDeps): Promise<GapsClosed> {
  const direct = (await deps.inbox.channelsRead()).filter((channel) => deps.history.isDirect(channel))
  const failures: GapsClosed['failures'][number][] = []
  let stored = 0
  for (const channel of new Set([...deps.channels, ...direct])) {
    try {
      stored += await closeGap(channel, deps)
    } catch (err) {
      failures.push({ channel, err })
    }
  }
  return { stored, failures }
}

/** From now on what is said there is read again after a gap. */
export async function watchChannel(
  channel: string,
  { inbox, now }: Pick<GapDeps, 'inbox' | 'now'>,
): Promise<void> {
  const since = await inbox.cursor(channel)
  if (since === undefined) await inbox.setCursor(channel, toTs(now()))
}

async function closeGap(channel: string, deps: GapDeps): Promise<number> {
  const { inbox, history, now } = deps
  const since = await inbox.cursor(channel)
  if (since === undefined) {
    await inbox.setCursor(channel, toTs(now()))
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

const toTs = (now: number): string => (now / 1000).toFixed(6)
