import type { WebClient } from '@slack/web-api'
import type { Lead } from '../lead/lead.ts'
import type { Log } from '../ops/log.ts'
import { callSlack } from './call-slack.ts'
import type { SlackSettings } from './settings.ts'

export type Deciders = {
  /** The taker, the office, and whom the settings name. While Slack doesn't say who is in the office, its last answer counts. */
  mayDecide(user: string, lead: Pick<Lead, 'taker'>): Promise<boolean>
}

const KNOWN_FOR_MS = 5 * 60_000

export function createDeciders(parts: {
  readonly client: WebClient
  readonly settings: Pick<SlackSettings, 'officeGroup' | 'deciders'>
  readonly now: () => number
  readonly log: Log
}): Deciders {
  const { client, settings, now, log } = parts
  let office: { readonly members: ReadonlySet<string>; readonly readAt: number } | undefined

  async function readOffice(group: string): Promise<ReadonlySet<string>> {
    if (office && now() - office.readAt < KNOWN_FOR_MS) return office.members
    const answer = await callSlack(() => client.usergroups.users.list({ usergroup: group }))
    if (answer.ok) office = { members: new Set(answer.value.users ?? []), readAt: now() }
    else log.warn({ code: answer.failure.code }, 'office group not readable')
    return office?.members ?? new Set()
  }

  return {
    async mayDecide(user, lead) {
      if (user === lead.taker || settings.deciders?.some((decider) => decider === user)) return true
      // Without a group in the settings there is no office to keep others out for.
      if (!settings.officeGroup) return true
      return (await readOffice(settings.officeGroup)).has(user)
    },
  }
}
