/** What a wake-up is about; each topic has one handler. */
export const TOPICS = [
  'deliver',
  'look-up',
  'notify',
  'post',
  'remind-draft',
  'match-again',
  'read-message',
] as const
export type Topic = (typeof TOPICS)[number]

/**
 * "Do this at that time, at least once." What may then happen is decided by the rows it names, never by the wake-up itself:
 * one that comes twice or late finds nothing to do.
 */
export type WakeUp = {
  /** Never used twice, not even after completion; made of what it is about, e.g. `deliver:<lead id>:<version>`. */
  readonly key: string
  readonly topic: Topic
  /** Id of the row that it is about. */
  readonly subject: string
  /** Epoch milliseconds. */
  readonly runAt: number
}

/**
 * `next` as the handler of `current` writes it. A wake-up may come a moment before its time by the handler's clock (on Postgres the
 * database's clock decides) and would then ask for its own key again, which is used up: nobody would wake the row any more.
 */
export function wakeAfter(current: WakeUp, next: WakeUp): WakeUp {
  const isUsedUp = current.key === next.key || current.key.startsWith(`${next.key}+`)
  return isUsedUp ? { ...next, key: `${current.key}+` } : next
}
