import { accountKey } from '../lead/ids.ts'
import { NOTIFICATION_DEFAULTS, type NotificationSettings } from '../notifications/settings.ts'
import type { AccountSettings } from './accounts.ts'
import type { ProcessSettings } from './env.ts'

export function toNotificationSettings(
  own: ProcessSettings,
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
    ...(own.OFFICE_CHANNEL && { officeChannel: own.OFFICE_CHANNEL }),
  }
}
