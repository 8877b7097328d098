import { accountKey } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import { NOTIFICATION_DEFAULTS, type NotificationSettings } from '../notifications/settings.ts'
import type { AccountSettings } from './accounts.ts'
import type { GeneralSettings } from './config-file.ts'
import type { ProcessSettings } from './env.ts'

export function toNotificationSettings(
  own: ProcessSettings,
  { card_rules: { match, rules } }: GeneralSettings,
  accounts: readonly AccountSettings[],
): NotificationSettings {
  return {
    ...NOTIFICATION_DEFAULTS,
    cards: new Map(
      accounts.map(({ key, lead_channel, operation_channels }) => [
        accountKey(key),
        { ...(lead_channel && { channel: lead_channel }), byOperation: operation_channels },
      ]),
    ),
    rules: {
      match,
      rules: rules.map(({ accounts: keys, ...rule }) =>
        present({ ...rule, accounts: keys?.map(accountKey) }),
      ),
    },
    ...(own.OFFICE_CHANNEL && { officeChannel: own.OFFICE_CHANNEL }),
  }
}
