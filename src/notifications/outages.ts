import { type LeadId, leadId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { type Errand, toWakeUp } from './announcements.ts'
import type { NotificationDeps } from './deps.ts'
import type { Announcement, NotificationTransaction } from './ports.ts'

/** The outage of one person: everything of theirs that an account's SingleOps keeps waiting. */
export function personsOutage({ account, taker }: Pick<Lead, 'account' | 'taker'>): string {
  return `singleops:${account}:${taker}`
}

export const isUnderWay = ({ state }: Lead): boolean =>
  state === 'queued' || state === 'sending' || state === 'waiting'

/** Tells the office once that an account's settings are wrong, and once that they are right again. */
export async function noteAccount(
  tx: NotificationTransaction,
  lead: Lead,
  deps: NotificationDeps,
): Promise<void> {
  const { account, state, because, problem } = lead
  const key = `account-blocked:${account}`
  const { officeChannel } = deps.settings
  const tellOffice = async (message: Announcement): Promise<void> => {
    if (officeChannel === undefined) return
    await send(
      tx,
      { to: { channel: officeChannel }, message, about: `${key}:${message.kind}:${deps.now()}`, tries: 0 },
      deps,
    )
  }
  if (state === 'waiting' && because === 'account_blocked') {
    // Freed already, and this lead is about to be released: said now it would be said a second time.
    if (!(await tx.isBlocked(account))) return
    if (!(await tx.beginOutage({ key, since: deps.now() }))) return
    deps.log.error(
      { account, code: problem?.code },
      'account blocked: check its SingleOps address, user and token',
    )
    await tellOffice({ kind: 'account-blocked', account, code: problem?.code ?? 'unknown' })
  }
  if (lead.attempts > 0 && (state === 'delivered' || state === 'refused') && (await tx.endOutage(key))) {
    await tellOffice({ kind: 'account-free', account })
  }
}

// As `intake` notes it on the lead.
const SEARCH_ANSWERED = 'search_answered'

/** Tells taker and office, once each, that a lead saved undecided can be matched now: an update of the older message would go unseen. */
export async function noteSearchAnswered(
  tx: NotificationTransaction,
  { id, reference, account, state, taker, problem }: Lead,
  deps: NotificationDeps,
): Promise<void> {
  if (state !== 'unmatched' || problem?.code !== SEARCH_ANSWERED) return
  const message = {
    kind: 'search-answered',
    account,
    leadId: id,
    reference,
    found: problem.text,
  } as const
  const about = `search-answered:${id}:${problem.at}`
  await send(tx, { to: { user: taker }, message, about: `${about}:taker`, tries: 0 }, deps)
  const { officeChannel: channel } = deps.settings
  if (channel !== undefined)
    await send(tx, { to: { channel }, message, about: `${about}:office`, tries: 0 }, deps)
}

/** Counts a lead among those that keep its taker waiting; the first one makes the one message about it. */
export async function noteHeldUp(
  tx: NotificationTransaction,
  lead: Lead,
  deps: NotificationDeps,
): Promise<void> {
  // It may have come through since the notice began, and the outage with it: that would begin again and be over a second time.
  const current = await tx.holdLead(lead.id)
  if (!current || !isUnderWay(current)) return
  const { account, taker, because, problem } = lead
  const key = personsOutage(lead)
  const begins = await tx.beginOutage({ key, since: deps.now() })
  await tx.noteTold(key, lead.id)
  if (!begins) return
  const message: Announcement =
    because === 'account_blocked'
      ? { kind: 'account-blocked', account, code: problem?.code ?? 'unknown' }
      : { kind: 'singleops-down', account, leads: 1 }
  await send(tx, { to: { user: taker }, message, about: `${key}:begin:${deps.now()}`, tries: 0 }, deps)
}

/** After a held-up lead has come through: the one message at the end, once none of them is under way any more. */
export async function endHeldUp(
  lead: Lead,
  heldUp: readonly string[],
  deps: NotificationDeps,
): Promise<void> {
  const { account, taker } = lead
  const key = personsOutage(lead)
  const leads = await findSettled(heldUp.map(leadId), deps)
  if (!leads) return
  const delivered = leads.filter(({ state }) => state === 'delivered').length
  await deps.posts.transaction(async (tx) => {
    if (!(await tx.endOutage(key)) || delivered === 0) return
    const message: Announcement = { kind: 'singleops-back', account, leads: delivered }
    await send(tx, { to: { user: taker }, message, about: `${key}:end:${deps.now()}`, tries: 0 }, deps)
  })
}

/** Undefined as soon as one is found that is still under way. The newest are delivered last, so they are asked first. */
async function findSettled(ids: readonly LeadId[], { posts }: NotificationDeps): Promise<Lead[] | undefined> {
  const settled: Lead[] = []
  for (const id of ids.toReversed()) {
    const lead = await posts.findLead(id)
    if (lead && isUnderWay(lead)) return undefined
    if (lead) settled.push(lead)
  }
  return settled
}

function send(tx: NotificationTransaction, errand: Errand, { now }: NotificationDeps): Promise<void> {
  return tx.wake(toWakeUp(errand, now()))
}
