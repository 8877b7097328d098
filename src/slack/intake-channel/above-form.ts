import type { Extraction } from '../../extract/extraction.ts'
import type { InboxMessage } from '../../intake/inbox/ports.ts'
import type { UserId } from '../../lead/ids.ts'
import type { Lead } from '../../lead/lead.ts'
import { alsoEntering, earlierLead } from '../messages/earlier-lead.ts'
import type { SlackSettings } from '../settings.ts'

export type Circumstances = {
  /** The newest lead that was made from the same message. */
  readonly earlier: Lead | undefined
  /** The message as it was before; undefined when it did not come in by the intake channel. */
  readonly before: InboxMessage | undefined
  readonly extraction: Extraction
  /** Slack did not give the whole of the email. */
  readonly lacksFile: boolean
  readonly taker: UserId
}

/** What has to be said above a form that is filled in from a message; mrkdwn. */
export function aboveForm(
  { earlier, before, extraction, lacksFile, taker }: Circumstances,
  { settings }: { readonly settings: Pick<SlackSettings, 'jobUrl'> },
): string | undefined {
  if (earlier) return earlierLead(earlier, settings)
  const other = before && alsoEntering(before, taker)
  if (other) return other
  if (!extraction.isLead) return 'Nothing in this message reads like a lead. Please fill in what you know.'
  if (lacksFile) return 'Slack did not give the whole email: please check what is missing.'
  return extraction.cut ? 'The message is very long: only its beginning was read.' : undefined
}
