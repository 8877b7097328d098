import { accountKey } from '../lead/ids.ts'
import { type CardRule, NOTIFICATION_DEFAULTS, type NotificationSettings } from '../notifications/settings.ts'
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
      rules: rules.map(toCardRule),
    },
    ...(own.OFFICE_CHANNEL && { officeChannel: own.OFFICE_CHANNEL }),
  }
}

function toCardRule({
  channel,
  accounts,
  operations,
  zips,
  sources,
  client,
}: GeneralSettings['card_rules']['rules'][number]): CardRule {
  return {
    channel,
    ...(accounts && { accounts: accounts.map(accountKey) }),
    ...(operations && { operations }),
    ...(zips && { zips }),
    ...(sources && { sources }),
    ...(client && { client }),
  }
}
