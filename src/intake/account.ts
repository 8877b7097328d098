import type { AccountKey } from '../lead/ids.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

export function findAccount(settings: IntakeSettings, key: AccountKey): AccountIntake | undefined {
  return settings.accounts.find((account) => account.key === key)
}

/** The account whose channel it is, else the first. */
export function accountForChannel(settings: IntakeSettings, channel: string | undefined): AccountIntake {
  const [first] = settings.accounts
  if (!first) throw new RangeError('there is no account in the settings')
  if (channel === undefined) return first
  return settings.accounts.find((account) => account.channels.includes(channel)) ?? first
}
