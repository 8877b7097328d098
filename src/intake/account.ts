import type { AccountKey } from '../lead/ids.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

export function findAccount(settings: IntakeSettings, key: AccountKey): AccountIntake | undefined {
  return settings.accounts.find((account) => account.key === key)
}

/** Throws RangeError for an account that the settings don't have (any more). */
export function accountOf(settings: IntakeSettings, key: AccountKey): AccountIntake {
  const account = findAccount(settings, key)
  if (!account) throw new RangeError(`account ${key} is not in the settings`)
  return account
}

/** The account whose channel it is, else the first. */
export function accountForChannel(settings: IntakeSettings, channel: string | undefined): AccountIntake {
  const [first] = settings.accounts
  if (!first) throw new RangeError('there is no account in the settings')
  if (channel === undefined) return first
  return settings.accounts.find((account) => account.channels.includes(channel)) ?? first
}
