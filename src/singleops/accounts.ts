import type { AccountKey } from '../lead/ids.ts'
import type { SingleOpsAccount } from './settings.ts'

export type Accounts = ReadonlyMap<AccountKey, SingleOpsAccount>

export function toAccounts(accounts: readonly SingleOpsAccount[]): Accounts {
  return new Map(accounts.map((account) => [account.key, account]))
}

/** Throws for an account that the settings don't have: start refuses settings that drop one with open leads. */
export function findAccount(accounts: Accounts, key: AccountKey): SingleOpsAccount {
  const account = accounts.get(key)
  if (!account) throw new RangeError(`account ${key} is not in the settings`)
  return account
}
