import { leadId } from '../lead/ids.ts'
import { isFinished, type Lead } from '../lead/lead.ts'
import { type WakeUp, wakeAfter } from '../lead/wake-up.ts'
import type { NotificationDeps } from './deps.ts'
import {
  endHeldUp,
  isUnderWay,
  noteAccount,
  noteHeldUp,
  noteSearchAnswered,
  personsOutage,
} from './outages.ts'
import { lateAt, routeLead } from './routing.ts'

/** Handler of `notify`: decides who hears of a lead as it is now, and hands each place to a `post` of its own. */
export async function notifyOf(wakeUp: WakeUp, deps: NotificationDeps): Promise<void> {
  const { posts, settings, now, log } = deps
  const found = await posts.findLead(leadId(wakeUp.subject))
  if (!found) return log.warn({ leadId: wakeUp.subject }, 'lead to tell of not found')
  // That it ended was told by a notice of its own.
  if (isFinished(found.state) && !isOf(found, wakeUp)) return
  const { lead, viewShown } = await showInView(found, deps)
  const shownAlready = await posts.postsOf(lead.id)

  const heldUp = await posts.transaction(async (tx) => {
    const heldUp = await tx.toldOf(personsOutage(lead))
    const route = routeLead(lead, settings, {
      now: now(),
      viewShown,
      heldUp: heldUp.includes(lead.id),
      posts: shownAlready,
    })
    for (const place of route.places) {
      const post = await tx.want(lead.id, place, lead.version)
      if (post)
        await tx.wake({
          key: `post:${post.id}:${post.version}`,
          topic: 'post',
          subject: post.id,
          runAt: now(),
        })
    }
    await noteAccount(tx, lead, deps)
    await noteSearchAnswered(tx, lead, deps)
    if (lateAt(lead, settings) <= now()) await noteHeldUp(tx, lead, deps)
    const { routeAgainAt: runAt } = route
    if (runAt !== undefined) {
      const again = {
        key: `notify:${lead.id}:${lead.version}:${runAt}`,
        topic: 'notify',
        subject: lead.id,
        runAt,
      } as const
      await tx.wake(wakeAfter(wakeUp, again))
    }
    return heldUp
  }, 'soon')
  if (heldUp.includes(lead.id) && !isUnderWay(lead)) await endHeldUp(lead, heldUp, deps)
}

/** Whether a wake-up was written for the lead as it is now. */
function isOf({ id, version }: Lead, { key }: WakeUp): boolean {
  const first = `notify:${id}:${version}`
  return key === first || key.startsWith(`${first}:`)
}

// A lead that keeps changing brings notices of its own.
const MOST_UPDATES = 3

/**
 * Brings the taker's view up to date. Two notices of one lead may do so at the same time and reach Slack in the wrong order: whoever
 * finds the lead changed after its update does it again, so that the view ends with the last state.
 */
async function showInView(
  lead: Lead,
  deps: NotificationDeps,
): Promise<{ readonly lead: Lead; readonly viewShown: boolean }> {
  // The view says so by itself from the moment of confirming.
  if (lead.state === 'queued' || lead.state === 'sending') return { lead, viewShown: true }
  let current = lead
  for (let updates = 1; ; updates += 1) {
    const viewShown = await updateView(current, deps)
    const after = await deps.posts.findLead(current.id)
    if (!viewShown || !after || after.version === current.version || updates === MOST_UPDATES) {
      return { lead: current, viewShown }
    }
    current = after
  }
}

async function updateView(lead: Lead, { notifier, log }: NotificationDeps): Promise<boolean> {
  try {
    return await notifier.updateView(lead)
  } catch (err) {
    // Then the taker is told by a message, as if the view were gone.
    log.warn({ err, leadId: lead.id, reference: lead.reference }, 'view not updated')
    return false
  }
}
