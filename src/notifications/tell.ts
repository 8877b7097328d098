import { leadId } from '../lead/ids.ts'
import { type Errand, toWakeUp } from './announcements.ts'
import { backoffMs } from './backoff.ts'
import type { NotificationDeps } from './deps.ts'
import { isUnderWay, personsOutage } from './outages.ts'
import type { Announcement, PostOutcome } from './ports.ts'

/** Says what is not about a single lead; tries again until Slack takes or refuses it. */
export async function tellErrand(errand: Errand, deps: NotificationDeps): Promise<void> {
  const { posts, settings, random, now, log } = deps
  const message = await bringUpToDate(errand, deps)
  if (!message) return log.info({ kind: errand.message.kind }, 'announcement came too late to be of use')
  const outcome = await tell(errand, message, deps)
  if (outcome.kind === 'posted') return
  if (outcome.kind === 'refused' || outcome.kind === 'gone') {
    return log.error({ ...errand.to, kind: message.kind, outcome }, 'Slack does not take an announcement')
  }
  const tries = errand.tries + 1
  const waitMs = backoffMs(tries, outcome.kind === 'retry' ? outcome.afterMs : undefined, settings, random)
  await posts.transaction((tx) => tx.wake(toWakeUp({ ...errand, tries }, now() + waitMs)))
}

/** Counts anew how many leads wait; undefined when none does any more. */
async function bringUpToDate(
  { to, message }: Errand,
  deps: NotificationDeps,
): Promise<Announcement | undefined> {
  if (message.kind !== 'singleops-down' || !('user' in to)) return message
  const person = { account: message.account, taker: to.user }
  const heldUp = await deps.posts.transaction((tx) => tx.toldOf(personsOutage(person)))
  const leads = await Promise.all(heldUp.map((id) => deps.posts.findLead(leadId(id))))
  const underWay = leads.filter((lead) => lead && isUnderWay(lead)).length
  if (underWay === 0) return undefined
  const waiting = await deps.posts.countWaiting(person.account, person.taker)
  return { ...message, leads: Math.max(underWay, waiting) }
}

async function tell(
  errand: Errand,
  message: Announcement,
  { notifier, log }: NotificationDeps,
): Promise<PostOutcome> {
  try {
    return await notifier.tell('user' in errand.to ? errand.to.user : errand.to, message)
  } catch (err) {
    log.warn({ err, kind: message.kind }, 'announcement not posted')
    return { kind: 'retry', code: 'unexpected' }
  }
}
