import type { AccountIntake, FollowUpPreset, IntakeSettings } from '../intake/settings.ts'
import { accountKey } from '../lead/ids.ts'
import { leadSourceByWayIn } from './account-settings.ts'
import { type AccountSettings, accountName, leadChannelsOf } from './accounts.ts'
import type { GeneralSettings } from './config-file.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

// Often enough to be told soon after a short outage, seldom enough not to hammer in a long one.
const MATCH_AGAIN_SECONDS = [15, 30, 60, 120, 300]

// Above what SingleOps mostly takes, so that a message is seldom posted and changed at once, and below what the team would notice.
const TELL_QUEUED_AFTER_MS = 1_500

export function toIntakeSettings(
  accounts: readonly AccountSettings[],
  { follow_up, search, unfinished }: GeneralSettings,
): IntakeSettings {
  return {
    accounts: accounts.map((account) => toAccountIntake(account, accounts)),
    followUp: {
      presets: follow_up.presets.map(toPreset),
      callMinutes: follow_up.call_minutes,
      visitMinutes: follow_up.visit_minutes,
    },
    search: { budget: search.requests, timeBudgetMs: search.seconds * SECOND_MS },
    ownLeadsForMs: search.own_leads_for_hours * HOUR_MS,
    tellQueuedAfterMs: TELL_QUEUED_AFTER_MS,
    matchAgainMs: MATCH_AGAIN_SECONDS.map((seconds) => seconds * SECOND_MS),
    unfinishedForMs: unfinished.listed_for_hours * HOUR_MS,
    remindAfterMs: unfinished.remind_after_minutes * MINUTE_MS,
  }
}

function toAccountIntake(account: AccountSettings, all: readonly AccountSettings[]): AccountIntake {
  return {
    key: accountKey(account.key),
    name: accountName(account),
    timeZone: account.time_zone,
    country: account.country,
    ...(account.area_code && { areaCode: account.area_code }),
    ...(account.notes_are_internal && { notesAreInternal: true }),
    channels: [...new Set([...account.channels, ...onlyIts(account, all)])],
    defaultOperations: account.default_operations,
    leadSource: {
      ...(account.lead_source.input && { input: account.lead_source.input }),
      byWayIn: leadSourceByWayIn(account),
    },
    customInputs: account.custom_inputs,
    own: account.own,
  }
}

/** Lead channels that no other account uses: a lead that begins there is for this account. */
function onlyIts(account: AccountSettings, all: readonly AccountSettings[]): string[] {
  const others = new Set(
    all.flatMap((other) => (other === account ? [] : [...leadChannelsOf(other), ...other.channels])),
  )
  return leadChannelsOf(account).filter((channel) => !others.has(channel))
}

// The key stays the same when the label is reworded, so that open drafts keep their choice.
function toPreset({ label, day, time }: GeneralSettings['follow_up']['presets'][number]): FollowUpPreset {
  return { key: `${day}-${time.replace(':', '')}`, label, day, time }
}
