import { accountKey, userId } from '../lead/ids.ts'
import type { SlackSettings } from '../slack/settings.ts'
import { type AccountSettings, accountName } from './accounts.ts'
import type { GeneralSettings } from './config-file.ts'
import type { ProcessSettings } from './env.ts'
import { requestUrlOf } from './http-manifest.ts'

export function toSlackSettings(
  own: ProcessSettings,
  { permissions }: GeneralSettings,
  accounts: readonly AccountSettings[],
): SlackSettings {
  return {
    botToken: own.SLACK_BOT_TOKEN,
    // Socket Mode has no signatures.
    signingSecret: own.SLACK_SIGNING_SECRET ?? '',
    ...(own.SLACK_APP_TOKEN && { appToken: own.SLACK_APP_TOKEN }),
    apiUrl: own.SLACK_API_URL,
    ...(own.PUBLIC_URL && { requestUrl: requestUrlOf(own.PUBLIC_URL) }),
    port: own.PORT,
    ...(own.OFFICE_CHANNEL && { officeChannel: own.OFFICE_CHANNEL }),
    ...(own.OFFICE_GROUP && { officeGroup: own.OFFICE_GROUP }),
    ...(permissions.decide.length > 0 && { deciders: permissions.decide.map(userId) }),
    access: {
      createGroups: permissions.create.groups,
      createChannels: permissions.create.channels,
      admins: permissions.administer.map(userId),
      guests: permissions.guests,
    },
    ...(own.INTAKE_CHANNEL && { intakeChannels: own.INTAKE_CHANNEL }),
    ...(own.SINGLEOPS_JOB_URL && { jobUrl: own.SINGLEOPS_JOB_URL }),
    ...(own.SINGLEOPS_CLIENT_URL && { clientUrl: own.SINGLEOPS_CLIENT_URL }),
    accountNames: new Map(accounts.map((account) => [accountKey(account.key), accountName(account)])),
    internalNotes: new Set(
      accounts.filter((account) => account.notes_are_internal).map(({ key }) => accountKey(key)),
    ),
    accountTimeZones: new Map(accounts.map(({ key, time_zone }) => [accountKey(key), time_zone])),
  }
}
