import { setTimeout as pause } from 'node:timers/promises'
import type { AuthorizeResult } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { callSlack } from './call-slack.ts'

/** Who the app is in Slack. Learnt when it is first needed: a Slack that is down keeps nothing else from starting. */
export type Identity = {
  authorize(): Promise<AuthorizeResult>
  /** Undefined until Slack has said it. */
  team(): string | undefined
  /** With Enterprise Grid: the organization. */
  enterprise(): string | undefined
}

// An act has to be acknowledged within three seconds, whether Slack has said by then who we are or not.
const ASK_WITHIN_MS = 1000

export function createIdentity(client: WebClient, botToken: string): Identity {
  let known: AuthorizeResult | undefined
  let asking: Promise<AuthorizeResult> | undefined

  async function ask(): Promise<AuthorizeResult> {
    const answer = await callSlack(() => client.auth.test())
    asking = undefined
    if (!answer.ok) return { botToken }
    const { bot_id, user_id, team_id, enterprise_id } = answer.value
    known = {
      botToken,
      ...(bot_id && { botId: bot_id }),
      ...(user_id && { botUserId: user_id }),
      ...(team_id && { teamId: team_id }),
      ...(enterprise_id && { enterpriseId: enterprise_id }),
    }
    return known
  }

  return {
    async authorize() {
      if (known) return { ...known }
      asking ??= ask()
      const late = pause(ASK_WITHIN_MS, { botToken }, { ref: false })
      // A copy for each: Bolt writes into it who acts.
      return { ...(await Promise.race([asking, late])) }
    },
    team: () => known?.teamId,
    enterprise: () => known?.enterpriseId,
  }
}
