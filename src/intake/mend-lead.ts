import type { Draft } from '../lead/draft.ts'
import { draftId, type UserId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { present } from '../lead/present.ts'
import { findAccount } from './account.ts'
import { toShown } from './another-site.ts'
import type { IntakeSettings } from './settings.ts'
import { contentToEntry } from './to-entry.ts'

/** A draft that mends a lead in trouble; `by` is who mends it. */
export function draftToMend(
  lead: Lead,
  request: {
    readonly by: UserId
    /** Straight to the choice of the client, with the content as it is. */
    readonly toMatch: boolean
    readonly settings: IntakeSettings
    readonly id: string
    readonly now: number
  },
): Draft {
  const account = findAccount(request.settings, lead.account)
  if (!account) throw new RangeError(`account ${lead.account} is not in the settings`)
  const { client, ...content } = lead.content
  return present({
    id: draftId(request.id),
    account: lead.account,
    taker: request.by,
    state: request.toMatch ? ('submitted' as const) : ('open' as const),
    revision: request.toMatch ? 1 : 0,
    wayIn: 'command' as const,
    entry: contentToEntry(lead.content, account.country),
    editions: { pasted: 1 },
    prepared: request.toMatch ? content : undefined,
    source: lead.source,
    chosenClient: request.toMatch ? undefined : toShown(client),
    fixes: lead.id,
    fixesVersion: request.toMatch ? undefined : lead.version,
    createdAt: request.now,
    updatedAt: request.now,
  })
}
