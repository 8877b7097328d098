import type { UserId } from '../lead/ids.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { Announcement } from './ports.ts'

/** A message that is not about a single lead, on its way. */
export type Errand = {
  readonly to: { readonly user: UserId } | { readonly channel: string }
  readonly message: Announcement
  /** What it belongs to: an outage and its beginning or end. */
  readonly about: string
  readonly tries: number
}

const PREFIX = 'tell:'

/** The errand itself is the subject of its wake-up: it has no row of its own. It holds no customer's data. */
export function toWakeUp(errand: Errand, runAt: number): WakeUp {
  return {
    key: `${PREFIX}${errand.about}:${errand.tries}`,
    topic: 'post',
    subject: `${PREFIX}${JSON.stringify(errand)}`,
    runAt,
  }
}

/** Undefined when the subject is a post. */
export function toErrand(subject: string): Errand | undefined {
  return subject.startsWith(PREFIX) ? (JSON.parse(subject.slice(PREFIX.length)) as Errand) : undefined
}
