import { WebClient } from '@slack/web-api'
import type { Lead } from '../lead/lead.ts'
import type { Check } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import { toBoltLogger } from './bolt-logger.ts'
import { ONE_TRY } from './call-slack.ts'
import { connectionCheck, createChecksWithin, type UsedChannel } from './doctor-checks.ts'
import type { SlackSettings } from './settings.ts'
import { sendTestCard } from './test-card.ts'

export type SlackDoctor = {
  readonly checks: readonly Check[]
  /** For somebody who asks in Slack: that Slack reaches Leadhand is shown by the question. */
  readonly checksWithin: readonly Check[]
  /** Posts a card that says it is a test. Gives Slack's code when it was not taken. */
  sendTestCard(channel: string, lead: Lead): Promise<string | undefined>
}

/** Slack's side of doctor: works without the app running, and beside it. */
export function createSlackDoctor(parts: {
  readonly settings: SlackSettings
  readonly channels: readonly UsedChannel[]
  readonly now: () => number
  readonly log: Log
}): SlackDoctor {
  const { settings, now, log } = parts
  const options = { slackApiUrl: settings.apiUrl, logger: toBoltLogger(log), ...ONE_TRY }
  const client = new WebClient(settings.botToken, options)
  const appClient = settings.appToken ? new WebClient(settings.appToken, options) : undefined
  const checksWithin = createChecksWithin({ ...parts, client })
  return {
    checks: [...checksWithin, connectionCheck({ settings, now, ...(appClient && { appClient }) })],
    checksWithin,
    sendTestCard: (channel, lead) => sendTestCard(client, channel, lead, { settings, now: now() }),
  }
}
