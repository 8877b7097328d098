import { accountKey } from '../../src/lead/ids.ts'
import type { SingleOpsAccount, SingleOpsSettings } from '../../src/singleops/settings.ts'

export const MAIN = accountKey('main')

export function anAccount(parts: Partial<SingleOpsAccount> = {}): SingleOpsAccount {
  return {
    key: MAIN,
    userEmail: 'api@sandbox.example',
    userToken: 'sandbox-token-1',
    visitStageId: 8,
    taskTimes: 'local',
    timeZone: 'America/New_York',
    country: 'US',
    notesAreInternal: false,
    ...parts,
  }
}

/** Deadlines are wide: a test that means one sets it. */
export function someSettings(baseUrl: string, parts: Partial<SingleOpsSettings> = {}): SingleOpsSettings {
  return {
    baseUrl,
    accounts: [anAccount()],
    reading: { connectMs: 5000, headersMs: 5000, bodyMs: 5000, concurrency: 16 },
    posting: { connectMs: 5000, headersMs: 5000, bodyMs: 5000, concurrency: 4 },
    catalogFreshMs: 60_000,
    ...parts,
  }
}
