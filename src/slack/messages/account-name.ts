import type { AccountKey } from '../../lead/ids.ts'
import { escapeLine } from '../escape.ts'
import type { SlackSettings } from '../settings.ts'

/** The account's name, escaped, where there are several; with one account nobody needs to read it. */
export function accountLabel(
  account: AccountKey,
  { accountNames }: Pick<SlackSettings, 'accountNames'>,
): string | undefined {
  const name = accountNames.size > 1 ? accountNames.get(account) : undefined
  return name ? escapeLine(name, 100) || undefined : undefined
}
