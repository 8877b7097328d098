import { isFinished, type Lead } from '../lead/lead.ts'
import { type WakeUp, wakeAfter } from '../lead/wake-up.ts'
import { backoffMs } from './backoff.ts'
import type { NotificationDeps } from './deps.ts'
import type { Pace } from './pace.ts'
import type { NotificationTransaction, Post, PostOutcome } from './ports.ts'
import { noteRefusedPlace, noteTakenPlace } from './refused-place.ts'

export type PostDeps = NotificationDeps & { readonly pace: Pace }

type PostChange = Parameters<NotificationTransaction['changePost']>[1]

/** Handler of `post`: brings one message about a lead up to date, one process at a time, rendered from the lead as it is now. */
export async function postLeadMessage(wakeUp: WakeUp, deps: PostDeps): Promise<void> {
  const { posts, now, log } = deps
  const post = await posts.findPost(wakeUp.subject)
  if (!post) return log.warn({ postId: wakeUp.subject }, 'post not found')
  if (post.shown >= post.wanted) return
  const { leaseUntil } = post
  if (leaseUntil !== undefined && leaseUntil > now()) {
    // Whoever is posting sees at the end that more is wanted; this is for the case that it does not get there.
    return posts.transaction((tx) => tx.wake(toWakeUpAgain(post, leaseUntil, wakeUp)), 'soon')
  }
  const turn = deps.pace.turnOf(post.id, post.place)
  if (turn !== undefined) return posts.transaction((tx) => tx.wake(toWakeUpAgain(post, turn, wakeUp)), 'soon')
  const leased = await lease(post, deps)
  const lead = await posts.findLead(post.leadId)
  if (!leased || !lead) return log.info({ postId: post.id }, 'somebody else has the post, or no lead')
  const shown = await show(leased, post.unknown, lead, deps)
  const { outcome } = shown
  if (outcome.kind === 'retry' && outcome.afterMs !== undefined)
    deps.pace.slowDown(post.place, outcome.afterMs)
  await settle(leased, lead, shown, deps)
}

/**
 * A message that has no place in Slack yet counts as possibly posted from here on, until an answer says more: that lasts before Slack is
 * called. An update that comes twice does no harm.
 */
function lease(post: Post, { posts, settings, now, owner }: NotificationDeps): Promise<Post | undefined> {
  const isFirst = post.ts === undefined
  const change = { owner, leaseUntil: now() + settings.postLeaseMs, unknown: isFirst }
  return posts.transaction((tx) => tx.changePost(post, change), isFirst ? undefined : 'soon')
}

type Shown = {
  readonly outcome: PostOutcome
  /** Where the message stood before. */
  readonly at?: { readonly channel: string; readonly ts: string } | undefined
}

async function show(
  post: Post,
  mayStand: boolean,
  lead: Lead,
  { notifier, log }: NotificationDeps,
): Promise<Shown> {
  const { channel, ts } = post
  let at = channel !== undefined && ts !== undefined ? { channel, ts } : undefined
  try {
    if (!at && mayStand) at = await notifier.findPosted(post.place, post.id, lead.confirmedAt)
    return { outcome: await notifier.show(lead, post.place, post.id, at), at }
  } catch (err) {
    log.warn({ err, postId: post.id, reference: lead.reference }, 'message not posted')
    return { outcome: { kind: 'unknown', code: 'unexpected' }, at }
  }
}

async function settle(leased: Post, lead: Lead, shown: Shown, deps: NotificationDeps): Promise<void> {
  const { posts, owner, log } = deps
  let held: Post | undefined = leased
  // `want` may raise the version while we post; the lease is still ours then.
  while (held && held.owner === owner && held.leaseUntil === leased.leaseUntil) {
    const current: Post = held
    const settled = await posts.transaction(async (tx) => {
      const changed = await tx.changePost(current, changeFor(current, lead, shown))
      if (changed) await followUp(tx, changed, lead, shown.outcome, deps)
      return changed
    }, 'soon')
    if (settled) {
      const { outcome } = shown
      log.info(
        {
          postId: leased.id,
          leadId: lead.id,
          reference: lead.reference,
          place: leased.place.kind,
          state: lead.state,
          outcome: outcome.kind,
        },
        'lead told of',
      )
      return
    }
    held = await posts.findPost(leased.id)
  }
  const { kind } = shown.outcome
  log.warn({ postId: leased.id, reference: lead.reference, outcome: kind }, 'lease of the post was gone')
}

function changeFor(post: Post, lead: Lead, { outcome, at }: Shown): PostChange {
  const ended = { owner: null, leaseUntil: null, unknown: false }
  switch (outcome.kind) {
    case 'posted': {
      const { channel, ts } = outcome
      return { ...ended, channel, ts, shown: lead.version, tries: 0, refused: null }
    }
    case 'retry':
      return { ...ended, ...at, tries: post.tries + 1 }
    case 'unknown':
      return { ...ended, ...at, unknown: !at, tries: post.tries + 1 }
    case 'refused':
      return { ...ended, ...at, shown: lead.version, tries: 0, refused: outcome.code }
    case 'gone': {
      // Somebody deleted it. It comes again only while there is something left to do about the lead.
      const nowhere = { ...ended, channel: null, ts: null }
      return isFinished(lead.state) ? { ...nowhere, shown: lead.version } : nowhere
    }
  }
}

async function followUp(
  tx: NotificationTransaction,
  post: Post,
  lead: Lead,
  outcome: PostOutcome,
  deps: NotificationDeps,
): Promise<void> {
  const { settings, random, now, log } = deps
  if (outcome.kind === 'posted') await noteTakenPlace(tx, post.place, deps)
  if (outcome.kind === 'refused') await noteRefusedPlace(tx, lead, post.place, outcome.code, deps)
  if (post.shown >= post.wanted) return
  const { kind } = outcome
  if (kind === 'retry' || kind === 'unknown') {
    const waitMs = backoffMs(post.tries, kind === 'retry' ? outcome.afterMs : undefined, settings, random)
    log.info(
      { postId: post.id, reference: lead.reference, code: outcome.code, tries: post.tries, waitMs },
      'message put off',
    )
    return tx.wake(toWakeUp(post, now() + waitMs))
  }
  return tx.wake(toWakeUp(post, now()))
}

const toWakeUp = ({ id, version }: Post, runAt: number): WakeUp => ({
  key: `post:${id}:${version}`,
  topic: 'post',
  subject: id,
  runAt,
})

function toWakeUpAgain(post: Post, runAt: number, current: WakeUp): WakeUp {
  const first = toWakeUp(post, runAt)
  return wakeAfter(current, { ...first, key: `${first.key}:${runAt}` })
}
