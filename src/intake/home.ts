import type { Draft } from '../lead/draft.ts'
import type { UserId } from '../lead/ids.ts'
import type { LeadState } from '../lead/lead.ts'
import { LEAD_STATES, needsPerson } from '../lead/lead.ts'
import type { DraftStore, InboxMessage, LeadSummary } from './ports.ts'
import type { IntakeSettings } from './settings.ts'

/** Whose leads somebody is shown. */
export type HomeScope = 'all' | 'own'

/** What Home lists for one person. */
export type HomeLists = {
  readonly unfinished: readonly Draft[]
  /** Oldest first, of everybody whom the scope takes in. */
  readonly needsSomeone: readonly LeadSummary[]
  /** The person's own that are not in SingleOps yet. */
  readonly mine: readonly LeadSummary[]
  /** Since the day began, of everybody whom the scope takes in. */
  readonly today: readonly LeadSummary[]
  /** For the office: emails in which no lead was found, newest first. */
  readonly withoutLead?: readonly InboxMessage[]
}

// One more than a view has room for: then it can say that there are more.
const LISTED = 21
const OPEN: readonly LeadState[] = ['queued', 'sending', 'waiting', 'unmatched', 'unsure', 'refused']

export async function listHome(
  user: UserId,
  scope: HomeScope,
  {
    drafts,
    settings,
    now,
  }: { readonly drafts: DraftStore; readonly settings: IntakeSettings; readonly now: () => number },
): Promise<HomeLists> {
  const since = startOfDay(now(), settings.accounts[0]?.timeZone ?? 'UTC')
  const whose = scope === 'own' ? { taker: user } : {}
  const [unfinished, needsSomeone, mine, today] = await Promise.all([
    drafts.findUnfinished(user, now() - settings.unfinishedForMs),
    drafts.listLeads({ states: LEAD_STATES.filter(needsPerson), ...whose, limit: LISTED }),
    drafts.listLeads({ states: OPEN, taker: user, limit: LISTED }),
    drafts.listLeads({
      states: LEAD_STATES.filter((state) => state !== 'discarded'),
      ...whose,
      since,
      limit: LISTED,
    }),
  ])
  return { unfinished, needsSomeone, mine, today }
}

function startOfDay(now: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay()
    .epochMilliseconds
}
