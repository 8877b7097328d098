import { accountKey } from '../lead/ids.ts'
import type { SingleOpsAccount, SingleOpsSettings } from '../singleops/settings.ts'
import type { AccountSettings } from './accounts.ts'
import type { ProcessSettings } from './env.ts'

const TIMES: Pick<SingleOpsSettings, 'reading' | 'posting' | 'catalogFreshMs'> = {
  reading: { connectMs: 5_000, headersMs: 15_000, bodyMs: 10_000, concurrency: 32 },
  // Together no longer than delivery's own deadline for an attempt; patient, since giving up after the first byte means not knowing.
  posting: { connectMs: 5_000, headersMs: 45_000, bodyMs: 10_000, concurrency: 4 },
  catalogFreshMs: 10 * 60_000,
}

export function toSingleOpsSettings(
  own: ProcessSettings,
  accounts: readonly AccountSettings[],
): SingleOpsSettings {
  return { ...TIMES, baseUrl: own.SINGLEOPS_BASE_URL, accounts: accounts.map(toAccount) }
}

function toAccount(account: AccountSettings): SingleOpsAccount {
  return {
    key: accountKey(account.key),
    userEmail: account.userEmail,
    userToken: account.userToken,
    visitStageId: account.visit_stage,
    taskTimes: account.task_times,
    timeZone: account.time_zone,
    country: account.country,
    notesAreInternal: account.notes_are_internal,
    ...(account.phone_search_sees_mobile !== undefined && {
      phoneSearchSeesMobile: account.phone_search_sees_mobile,
    }),
    ...(account.reference_input && { referenceInput: account.reference_input }),
  }
}
